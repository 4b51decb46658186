namespace TutorBot.Settings;

/// <summary>Where settings come from, the later ones winning.</summary>
internal static class SettingsSources
{
    /// <summary>The file beside the program, the one in the working folder, user secrets, environment variables.</summary>
    /// <exception cref="SettingsException">A file is not JSON.</exception>
    public static IConfigurationRoot Build() => Build(Directory.GetCurrentDirectory());

    /// <inheritdoc cref="Build()"/>
    /// <param name="folder">Instead of the working folder.</param>
    internal static IConfigurationRoot Build(string folder)
    {
        try
        {
            return new ConfigurationBuilder()
                .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true)
                .AddJsonFile(Path.Combine(folder, "appsettings.json"), optional: true)
                .AddUserSecrets(typeof(SettingsSources).Assembly, optional: true)
                .AddEnvironmentVariables()
                .Build();
        }
        catch (InvalidDataException e)
        {
            throw new SettingsException([$"{e.Message.TrimEnd('.')}: {e.GetBaseException().Message.TrimEnd('.')}. Mend the file; it must be JSON."]);
        }
    }
}
