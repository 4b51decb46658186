using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace TutorBot.TestSupport;

/// <summary>
/// A PostgreSQL of our own in a temporary folder, on a loopback port, with nothing of the machine's own server. It refuses to
/// run as root: there the user <c>postgres</c> runs it.
/// </summary>
public sealed class PostgresServer : IDisposable
{
    private static readonly Lazy<PostgresServer> LazyShared = new(() => Start());

    private static int _databases;
    private readonly string _folder;
    private readonly int _port;
    private readonly bool _isDurable;

    private PostgresServer(string folder, int port, bool isDurable) => (_folder, _port, _isDurable) = (folder, port, isDurable);

    /// <summary>Whether it is not installed.</summary>
    public static bool IsMissing => Binaries is null;

    /// <summary>Whether tests that need it are left out: it is missing, and nobody asked for all, as .ci/run does by TUTORBOT_REQUIRE_ALL=1.</summary>
    public static bool IsLeftOut => IsMissing && Environment.GetEnvironmentVariable("TUTORBOT_REQUIRE_ALL") != "1";

    /// <summary>The one that all tests share that do not stop it.</summary>
    public static PostgresServer Shared => LazyShared.Value;

    private static string? Binaries { get; } = Directory.Exists("/usr/lib/postgresql")
        ? Directory.GetDirectories("/usr/lib/postgresql").Select(version => Path.Combine(version, "bin")).FirstOrDefault(bin => File.Exists(Path.Combine(bin, "initdb")))
        : null;

    /// <summary>Starts one.</summary>
    /// <param name="isDurable">Whether what is committed is on the disk, as where people run it; tests are faster without.</param>
    public static PostgresServer Start(bool isDurable = false)
    {
        var folder = Directory.CreateTempSubdirectory("tutorbot-postgres-").FullName;
        if (Environment.IsPrivilegedProcess)
        {
            Run("chown", "postgres", folder);
        }

        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        var server = new PostgresServer(folder, port, isDurable);
        RunAsOwner("initdb", "-D", $"{folder}/data", "-A", "trust", "-U", "tutor", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync");
        server.Resume();
        server.StopWithUs();
        return server;
    }

    /// <summary>Lets it run again after <see cref="Stop"/>.</summary>
    public void Resume() => RunAsOwner(
        "pg_ctl", "-D", $"{_folder}/data", "-w", "-s", "-l", $"{_folder}/log", "-o",
        string.Create(CultureInfo.InvariantCulture, $"-p {_port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={_folder} -c max_connections=250{(_isDurable ? "" : " -c fsync=off")}"), "start");

    /// <summary>Stops it and with it all connections.</summary>
    public void Stop() => RunAsOwner("pg_ctl", "-D", $"{_folder}/data", "-w", "-s", "-m", "fast", "stop");

    /// <summary>A new, empty database.</summary>
    public string CreateDatabase()
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"test{Interlocked.Increment(ref _databases)}");
        RunAsOwner("createdb", "-h", "127.0.0.1", "-p", _port.ToString(CultureInfo.InvariantCulture), "-U", "tutor", name);
        return string.Create(CultureInfo.InvariantCulture, $"Host=127.0.0.1;Port={_port};Username=tutor;Database={name};Maximum Pool Size=40;Timeout=15");
    }

    public void Dispose()
    {
        RunAsOwner("pg_ctl", "-D", $"{_folder}/data", "-w", "-s", "-m", "immediate", "stop");
        Directory.Delete(_folder, recursive: true);
    }

    private static void RunAsOwner(string program, params string[] arguments) => Run(AsOwner(program, arguments));

    private static string[] AsOwner(string program, params string[] arguments)
    {
        var path = Path.Combine(Binaries ?? throw new InvalidOperationException("PostgreSQL is not there: apt-get install postgresql."), program);
        return Environment.IsPrivilegedProcess ? ["runuser", "-u", "postgres", "--", path, .. arguments] : [path, .. arguments];
    }

    /// <summary>The runner kills the process of the tests at its end: somebody else has to see that it is gone.</summary>
    private void StopWithUs() => Run(
    [
        "/bin/sh", "-c",
        "tests=$1; folder=$2; shift 2; (while kill -0 $tests; do sleep 1; done; [ -d $folder ] && \"$@\"; rm -rf $folder) &",
        "sh", Environment.ProcessId.ToString(CultureInfo.InvariantCulture), _folder,
        .. AsOwner("pg_ctl", "-D", $"{_folder}/data", "-w", "-s", "-m", "immediate", "stop"),
    ]);

    /// <summary>Without our pipes: a server would keep them open for as long as it runs.</summary>
    private static void Run(params string[] command)
    {
        var start = new ProcessStartInfo("/bin/sh", ["-c", "exec \"$@\" >/dev/null 2>&1 </dev/null", "sh", .. command]) { WorkingDirectory = "/" };
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{command[0]} did not start.");
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{string.Join(' ', command)} ended with {process.ExitCode}.");
        }
    }
}
