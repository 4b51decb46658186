namespace TutorBot.Settings;

/// <summary>Where settings come from, the later ones winning.</summary>
internal static class SettingsSources
{
    /// <summary>The file beside the program, the one in the working folder, user secrets, environment variables.</summary>
    public static IConfigurationRoot Build() => new ConfigurationBuilder()
        .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true)
        .AddJsonFile(Path.GetFullPath("appsettings.json"), optional: true)
        .AddUserSecrets(typeof(SettingsSources).Assembly, optional: true)
        .AddEnvironmentVariables()
        .Build();
}
