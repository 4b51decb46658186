using TutorBot.TestSupport;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace TutorBot.Adapters.Tests.Storage;

/// <summary>A test on one database.</summary>
public sealed class ContractTestCase : XunitTestCase
{
    [Obsolete("For the test runner, which reads it back.")]
    public ContractTestCase()
    {
    }

    public ContractTestCase(IMessageSink messages, TestMethodDisplay display, TestMethodDisplayOptions options, ITestMethod method)
        : base(messages, display, options, method)
    {
    }

    protected override string? GetSkipReason(IAttributeInfo factAttribute) =>
        PostgresServer.IsLeftOut && TestMethod.TestClass.Class.Interfaces.Any(type => type.ToRuntimeType() == typeof(IClassFixture<PostgresFixture>))
            ? "PostgreSQL is not there: apt-get install postgresql."
            : base.GetSkipReason(factAttribute);
}
