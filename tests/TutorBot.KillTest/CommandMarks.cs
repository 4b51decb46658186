using System.Diagnostics;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace TutorBot.KillTest;

/// <summary>Says before each command of EF Core that it is sent: the points between which a worker can be killed.</summary>
internal sealed class CommandMarks : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
{
    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == "Microsoft.EntityFrameworkCore")
        {
            value.Subscribe(this);
        }
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Key == RelationalEventId.CommandExecuting.Name)
        {
            Console.WriteLine(Mark.Command);
        }
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }
}
