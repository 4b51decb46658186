using Xunit.Sdk;

namespace TutorBot.Adapters.Tests.Storage;

/// <summary>
/// A test of what every database does. In a class for PostgreSQL it is left out where that is not installed, unless
/// TUTORBOT_REQUIRE_ALL is 1, as in .ci/run.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer("TutorBot.Adapters.Tests.Storage.ContractFactDiscoverer", "TutorBot.Adapters.Tests")]
public sealed class ContractFactAttribute : FactAttribute;
