using System.Text.Json;
using TutorBot.TestSupport.Schemas;

namespace TutorBot.Adapters.Tests.Discord;

/// <summary>Each keyword of the validator, kept and broken.</summary>
public sealed class JsonSchemaTests
{
    [Theory]
    [InlineData("""{"type":"integer"}""", "1.0", "1.5")]
    [InlineData("""{"type":"number"}""", "1.5", "\"1\"")]
    [InlineData("""{"type":"string"}""", "\"\"", "null")]
    [InlineData("""{"type":"boolean"}""", "false", "0")]
    [InlineData("""{"type":"array"}""", "[]", "{}")]
    [InlineData("""{"type":["object","null"]}""", "null", "[]")]
    [InlineData("""{"enum":[1,"a",null]}""", "1.0", "2")]
    [InlineData("""{"const":{"a":[1]}}""", """{"a":[1]}""", """{"a":[1,1]}""")]
    [InlineData("""{"allOf":[{"type":"string"},{"maxLength":1}]}""", "\"a\"", "\"ab\"")]
    [InlineData("""{"anyOf":[{"type":"string"},{"type":"null"}]}""", "null", "1")]
    [InlineData("""{"oneOf":[{"type":"integer"},{"type":"null"}]}""", "null", "true")]
    [InlineData("""{"oneOf":[{"type":"integer"},{"minimum":5}]}""", "4", "5")]
    [InlineData("""{"properties":{"a":{"type":"null"}}}""", """{"b":1}""", """{"a":1}""")]
    [InlineData("""{"required":["a"]}""", """{"a":null}""", """{"A":1}""")]
    [InlineData("""{"properties":{"a":{}},"additionalProperties":{"type":"string"}}""", """{"a":1,"b":"x"}""", """{"b":1}""")]
    [InlineData("""{"minProperties":1}""", """{"a":1}""", "{}")]
    [InlineData("""{"maxProperties":1}""", """{"a":1}""", """{"a":1,"b":1}""")]
    [InlineData("""{"items":{"type":"integer"}}""", "[1,2]", "[1,null]")]
    [InlineData("""{"minItems":1}""", "[1]", "[]")]
    [InlineData("""{"maxItems":1}""", "[1]", "[1,2]")]
    [InlineData("""{"uniqueItems":true}""", """[1,"1"]""", "[1,2,1.0]")]
    [InlineData("""{"uniqueItems":false}""", "[1,1]", null)]
    [InlineData("""{"minLength":2}""", "\"ab\"", "\"😀\"")]
    [InlineData("""{"maxLength":1}""", "\"😀\"", "\"ab\"")]
    [InlineData("""{"pattern":"^(0|[1-9][0-9]*)$"}""", "\"10\"", "\"10\\n\"")]
    [InlineData("""{"minimum":-1}""", "-1", "-1.5")]
    [InlineData("""{"maximum":1}""", "1", "2")]
    [InlineData("""{"format":"int32"}""", "2147483647", "2147483648")]
    [InlineData("""{"format":"int64"}""", "9007199254740991", "0.5")]
    [InlineData("""{"format":"double"}""", "0.5", null)]
    [InlineData("""{"format":"nonce"}""", "\"c1\"", null)]
    [InlineData("""{"format":"snowflake"}""", "\"18446744073709551615\"", "\"18446744073709551616\"")]
    [InlineData("""{"format":"uri"}""", "\"https://example.org/a%20b?c#d\"", "\"https://example.org/a b\"")]
    [InlineData("""{"format":"uri"}""", "\"attachment://card.png\"", "\"card.png\"")]
    [InlineData("""{"format":"date-time"}""", "\"2026-11-27T12:00:00.5+01:00\"", "\"2026-11-27T12:00:00\"")]
    [InlineData("""{"format":"date-time"}""", "\"2028-02-29T12:00:00Z\"", "\"2026-02-29T12:00:00Z\"")]
    [InlineData("""{"format":"snowflake"}""", "1", null)]
    [InlineData("""{"maxLength":1,"maxItems":1,"maxProperties":1,"maximum":1}""", "true", null)]
    [InlineData("""{"$ref":"#/inner/short"}""", "\"a\"", "\"ab\"")]
    [InlineData("""{"title":"t","description":"d","contentEncoding":"binary","x-discord-union":"oneOf"}""", "1", null)]
    public void Validate_EachKeyword_AcceptsAndRefuses(string schema, string good, string? bad)
    {
        Assert.Empty(Validate(good, schema));
        if (bad is not null)
        {
            Assert.NotEmpty(Validate(bad, schema));
        }
    }

    [Fact]
    public void Validate_SeveralErrors_NamesEachWithItsPath() => Assert.Equal(
        ["$.a[1]: is String, not integer", "$: lacks b"],
        Validate("""{"a":[1,"x"]}""", """{"properties":{"a":{"items":{"type":"integer"}}},"required":["a","b"]}"""));

    [Theory]
    [InlineData("""{"dependentRequired":{}}""")]
    [InlineData("""{"format":"idn-email"}""")]
    [InlineData("""{"type":"text"}""")]
    [InlineData("""{"$ref":"other.json#/a"}""")]
    public void Validate_WhatIsNotKnown_IsAnException(string schema) => Assert.Throws<NotSupportedException>(() => Validate("1", schema));

    private static IReadOnlyList<string> Validate(string json, string schema)
    {
        var document = JsonElement.Parse("""{"inner":{"short":{"maxLength":1}}}""");
        return new JsonSchema(document).Validate(JsonElement.Parse(json), JsonElement.Parse(schema));
    }
}
