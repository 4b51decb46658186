using System.Globalization;
using System.Text.Json.Nodes;

namespace TutorBot.TestSupport.Discord;

/// <summary>What Discord checks in the components of one message or modal.</summary>
internal sealed class ComponentRules(FormErrors errors)
{
    private static readonly int[] Menus = [3, 5, 6, 7, 8];

    private readonly HashSet<string> _customIds = [];
    private readonly HashSet<long> _numbers = [];
    private int _count;
    private int _textLength;

    public void Message(JsonNode? node, bool isV2, string path)
    {
        var components = errors.List(path, node, 0, isV2 ? 40 : 5);
        Each(components, path, (component, at) => Top(component, at, isV2));
        if (isV2 && _count > 40)
        {
            errors.Add(path, "COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED", "The maximum number of total components is 40.");
        }

        if (_textLength > 4000)
        {
            errors.Add(path, "COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED", "The total displayable text must be 4000 or fewer in length.");
        }
    }

    public void Modal(JsonObject data, string path)
    {
        errors.Text($"{path}.custom_id", data["custom_id"], 1, 100, isRequired: true);
        errors.Text($"{path}.title", data["title"], 1, 45, isRequired: true);
        Each(errors.List($"{path}.components", data["components"], 1, 5), $"{path}.components", (component, at) =>
        {
            _count++;
            Number(component, at);
            switch (TypeOf(component))
            {
                case 1:
                    Each(errors.List($"{at}.components", component["components"], 1, 1), $"{at}.components", (inner, innerAt) =>
                    {
                        errors.Text($"{innerAt}.label", inner["label"], 1, 45, isRequired: true);
                        TextInput(inner, innerAt);
                    });
                    break;
                case 10:
                    TextDisplay(component, at);
                    break;
                case 18:
                    Label(component, at);
                    break;
                default:
                    errors.Choices($"{at}.type", "1, 10, 18");
                    break;
            }
        });
    }

    private static long TypeOf(JsonObject component) => FormErrors.NumberOf(component["type"]) ?? 0;

    private static void Each(IReadOnlyList<JsonObject> components, string path, Action<JsonObject, string> check)
    {
        foreach (var (i, component) in components.Index())
        {
            check(component, string.Create(CultureInfo.InvariantCulture, $"{path}.{i}"));
        }
    }

    private void Top(JsonObject component, string path, bool isV2)
    {
        var type = TypeOf(component);
        if (type == 17 && isV2)
        {
            Count(component, path);
            errors.Number($"{path}.accent_color", component["accent_color"], 0, 0xFFFFFF);
            Each(errors.List($"{path}.components", component["components"], 1, 40), $"{path}.components", (inner, at) =>
            {
                if (TypeOf(inner) == 17)
                {
                    errors.Choices($"{at}.type", "1, 9, 10, 12, 13, 14");
                }
                else
                {
                    Top(inner, at, isV2);
                }
            });
        }
        else if (type == 1)
        {
            Row(component, path);
        }
        else if (isV2 && type is 9 or 10 or 12 or 13 or 14)
        {
            Block(component, path, type);
        }
        else
        {
            errors.Choices($"{path}.type", isV2 ? "1, 9, 10, 12, 13, 14, 17" : "1");
        }
    }

    private void Block(JsonObject component, string path, long type)
    {
        if (type == 10)
        {
            TextDisplay(component, path);
            return;
        }

        Count(component, path);
        if (type == 9)
        {
            Each(errors.List($"{path}.components", component["components"], 1, 3), $"{path}.components", TextDisplay);
            if (component["accessory"] is not JsonObject accessory)
            {
                errors.Required($"{path}.accessory");
            }
            else if (TypeOf(accessory) == 2)
            {
                Button(accessory, $"{path}.accessory");
            }
            else if (TypeOf(accessory) == 11)
            {
                Count(accessory, $"{path}.accessory");
                errors.Text($"{path}.accessory.media.url", accessory["media"]?["url"], 1, 2048, isRequired: true);
            }
            else
            {
                errors.Choices($"{path}.accessory.type", "2, 11");
            }
        }
        else if (type == 12)
        {
            Each(errors.List($"{path}.items", component["items"], 1, 10), $"{path}.items", (item, at) =>
            {
                errors.Text($"{at}.media.url", item["media"]?["url"], 1, 2048, isRequired: true);
                errors.Text($"{at}.description", item["description"], 0, 1024);
            });
        }
        else if (type == 13 && FormErrors.TextOf(component["file"]?["url"])?.StartsWith("attachment://", StringComparison.Ordinal) != true)
        {
            errors.Add($"{path}.file.url", "URL_TYPE_INVALID_SCHEME", "Scheme must be 'attachment'.");
        }
        else if (type == 14)
        {
            errors.Number($"{path}.spacing", component["spacing"], 1, 2);
        }
    }

    private void Row(JsonObject row, string path)
    {
        Count(row, path);
        var inner = errors.List($"{path}.components", row["components"], 1, 5);
        if (inner.Any(component => Menus.Contains((int)TypeOf(component))) && inner.Count > 1)
        {
            errors.Add(path, "COMPONENT_LAYOUT_WIDTH_EXCEEDED", "The specified component exceeds the maximum width");
        }

        Each(inner, $"{path}.components", (component, at) =>
        {
            if (TypeOf(component) == 2)
            {
                Button(component, at);
            }
            else if (Menus.Contains((int)TypeOf(component)))
            {
                Count(component, at);
                Menu(component, at);
            }
            else
            {
                errors.Choices($"{at}.type", "2, 3, 5, 6, 7, 8");
            }
        });
    }

    private void Button(JsonObject button, string path)
    {
        Count(button, path);
        errors.Text($"{path}.label", button["label"], 0, 80);
        var style = FormErrors.NumberOf(button["style"]) ?? 0;
        if (style is < 1 or > 6)
        {
            errors.Choices($"{path}.style", "1, 2, 3, 4, 5, 6");
        }
        else if (style == 5)
        {
            errors.Text($"{path}.url", button["url"], 1, 512, isRequired: true);
            if (button["custom_id"] is not null)
            {
                errors.Add(path, "BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE", "A custom id and url cannot both be specified");
            }
        }
        else if (style < 5)
        {
            CustomId(button, path);
            if (button["url"] is not null)
            {
                errors.Add(path, "BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE", "A custom id and url cannot both be specified");
            }
        }

        if (style is >= 1 and < 6 && FormErrors.TextOf(button["label"]) is not { Length: > 0 } && button["emoji"] is null)
        {
            errors.Add(path, "BUTTON_COMPONENT_INVALID_BUTTON", "A button must have a label or emoji");
        }
    }

    private void Menu(JsonObject menu, string path)
    {
        CustomId(menu, path);
        errors.Text($"{path}.placeholder", menu["placeholder"], 0, 150);
        errors.Number($"{path}.min_values", menu["min_values"], 0, 25);
        errors.Number($"{path}.max_values", menu["max_values"], 1, 25);
        if (TypeOf(menu) != 3)
        {
            return;
        }

        var options = errors.List($"{path}.options", menu["options"], 1, 25);
        var values = new HashSet<string>();
        Each(options, $"{path}.options", (option, at) =>
        {
            errors.Text($"{at}.label", option["label"], 1, 100, isRequired: true);
            errors.Text($"{at}.value", option["value"], 1, 100, isRequired: true);
            errors.Text($"{at}.description", option["description"], 0, 100);
            if (FormErrors.TextOf(option["value"]) is { } value && !values.Add(value))
            {
                errors.Add($"{at}.value", "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED", "The specified option value is already used");
            }
        });
        var most = FormErrors.NumberOf(menu["max_values"]) ?? 1;
        if (most > options.Count || (FormErrors.NumberOf(menu["min_values"]) ?? 1) > most)
        {
            errors.Add($"{path}.max_values", "SELECT_COMPONENT_MAX_VALUES", "max_values must fit the options and min_values");
        }
    }

    private void Label(JsonObject label, string path)
    {
        errors.Text($"{path}.label", label["label"], 1, 45, isRequired: true);
        errors.Text($"{path}.description", label["description"], 0, 100);
        if (label["component"] is not JsonObject inner)
        {
            errors.Required($"{path}.component");
        }
        else if (TypeOf(inner) == 4)
        {
            TextInput(inner, $"{path}.component");
        }
        else if (Menus.Contains((int)TypeOf(inner)))
        {
            if (inner.ContainsKey("disabled"))
            {
                errors.Add($"{path}.component.disabled", "COMPONENT_DISABLED_IN_MODAL", "Components in modals cannot be disabled");
            }

            Number(inner, $"{path}.component");
            Menu(inner, $"{path}.component");
        }
        else if (TypeOf(inner) is >= 19 and <= 23)
        {
            CustomId(inner, $"{path}.component");
        }
        else
        {
            errors.Choices($"{path}.component.type", "3, 4, 5, 6, 7, 8, 19, 21, 22, 23");
        }
    }

    private void TextInput(JsonObject input, string path)
    {
        Number(input, path);
        CustomId(input, path);
        if (TypeOf(input) != 4)
        {
            errors.Choices($"{path}.type", "4");
        }

        if (FormErrors.NumberOf(input["style"]) is not (1 or 2))
        {
            errors.Choices($"{path}.style", "1, 2");
        }

        errors.Number($"{path}.min_length", input["min_length"], 0, 4000);
        errors.Number($"{path}.max_length", input["max_length"], 1, 4000);
        errors.Text($"{path}.value", input["value"], 0, (int)(FormErrors.NumberOf(input["max_length"]) ?? 4000));
        errors.Text($"{path}.placeholder", input["placeholder"], 0, 100);
    }

    private void TextDisplay(JsonObject component, string path)
    {
        Count(component, path);
        if (TypeOf(component) != 10)
        {
            errors.Choices($"{path}.type", "10");
        }

        errors.Text($"{path}.content", component["content"], 1, 4000, isRequired: true);
        _textLength += FormErrors.LengthOf(FormErrors.TextOf(component["content"]) ?? "");
    }

    private void Count(JsonObject component, string path)
    {
        _count++;
        Number(component, path);
    }

    private void Number(JsonObject component, string path)
    {
        errors.Number($"{path}.id", component["id"], 0, int.MaxValue);
        if (FormErrors.NumberOf(component["id"]) is > 0 and { } number && !_numbers.Add(number))
        {
            errors.Add($"{path}.id", "COMPONENT_ID_DUPLICATED", "Component id cannot be duplicated");
        }
    }

    private void CustomId(JsonObject component, string path)
    {
        errors.Text($"{path}.custom_id", component["custom_id"], 1, 100, isRequired: true);
        if (FormErrors.TextOf(component["custom_id"]) is { } id && !_customIds.Add(id))
        {
            errors.Add($"{path}.custom_id", "COMPONENT_CUSTOM_ID_DUPLICATED", "Component custom id cannot be duplicated");
        }
    }
}
