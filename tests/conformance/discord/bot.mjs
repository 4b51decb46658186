// An unmodified discord.js 14 as a bot on FakeDiscord. The C# test drives the fake: it reads the lines printed here and
// acts as people and as a bad network; "step x" announces what the bot waits for, "ok x" what was checked. Exits with 1
// on the first failure.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import {
  ActionRowBuilder, AttachmentBuilder, ButtonBuilder, ButtonStyle, Client, DiscordAPIError, EmbedBuilder, Events, GatewayIntentBits, HTTPError,
  MessageFlags, ModalBuilder, PermissionFlagsBits, SlashCommandBuilder, StringSelectMenuBuilder, TextInputBuilder, TextInputStyle, version,
} from 'discord.js';

const { DISCORD_API, DISCORD_TOKEN, DISCORD_CHANNEL, DISCORD_USER } = process.env;
const ok = what => console.log(`ok ${what}`);
const step = what => console.log(`step ${what}`);
process.on('unhandledRejection', error => { console.error(error); process.exit(1); });
const overall = setTimeout(() => { console.error('took too long'); process.exit(1); }, 110_000);

const client = new Client({
  intents: [GatewayIntentBits.Guilds],
  rest: { api: DISCORD_API, version: '10', retries: 3, timeout: 10_000, rejectOnRateLimit: null },
});
client.on(Events.Error, error => console.error('client error', error.message));
const next = (name, fits = () => true) => new Promise(resolve => {
  const handler = (...values) => { if (fits(...values)) { client.off(name, handler); resolve(values[0]); } };
  client.on(name, handler);
});
const interaction = (announced, fits = () => true) => { const got = next(Events.InteractionCreate, fits); step(announced); return got; };

// Login: /gateway/bot, Hello, Identify, READY, GUILD_CREATE.
const ready = once(client, Events.ClientReady);
await client.login(DISCORD_TOKEN);
await ready;
assert.equal(client.application.id, client.user.id);
ok(`discord.js ${version} logged in as ${client.user.username} through the gateway address of /gateway/bot`);
const channel = await client.channels.fetch(DISCORD_CHANNEL);
assert.equal(channel.name, 'general');
assert.equal(client.guilds.cache.size, 1);
ok('READY and GUILD_CREATE fill its cache with the server and the channel');
assert.ok(channel.permissionsFor(client.user).has([PermissionFlagsBits.ViewChannel, PermissionFlagsBits.SendMessages]));
ok('it computes its rights in the channel from roles and overwrites');
const application = await client.application.fetch();
assert.equal(application.name, 'TutorBot');
const member = await channel.guild.members.fetch({ user: DISCORD_USER, force: true });
assert.equal(member.nickname, 'Addi');
assert.ok((await channel.guild.roles.fetch()).size >= 2);
await channel.guild.fetch();
ok('application, server, roles and a member by REST');

// Commands.
const commands = [
  new SlashCommandBuilder().setName('ask').setDescription('Ask').addStringOption(option => option.setName('question').setDescription('What').setRequired(true)),
  new SlashCommandBuilder().setName('group').setDescription('Groups').addSubcommandGroup(group => group.setName('captain').setDescription('Captains')
    .addSubcommand(sub => sub.setName('add').setDescription('Add').addUserOption(option => option.setName('person').setDescription('Who').setRequired(true)))),
  new SlashCommandBuilder().setName('deck').setDescription('Choose').setDescriptionLocalizations({ de: 'Wählen' })
    .addStringOption(option => option.setName('name').setDescription('Which').setAutocomplete(true)),
].map(command => command.setContexts(0, 1).setIntegrationTypes(0)); // equals() of discord.js wants both named.
const registered = await client.application.commands.set(commands);
assert.equal(registered.size, 3);
const fetched = await client.application.commands.fetch({ withLocalizations: true });
assert.ok(fetched.every(command => command.equals(JSON.parse(JSON.stringify(commands.find(one => one.name === command.name))))));
assert.equal(fetched.find(command => command.name === 'deck').descriptionLocalizations.de, 'Wählen');
ok('3 commands registered at once; fetched again they equal what was sent');
await assert.rejects(client.application.commands.set([{ name: 'Bad Name', description: 'x' }]), error => error instanceof DiscordAPIError && error.code === 50035
  && /APPLICATION_COMMAND_INVALID_NAME/.test(error.message) && error.status === 400);
ok('a command with a bad name is refused with 50035, which discord.js explains by its path');

// A command, answered at once with everything.
const buttons = new ActionRowBuilder().addComponents(
  new ButtonBuilder().setCustomId('again').setLabel('Again').setStyle(ButtonStyle.Primary),
  new ButtonBuilder().setCustomId('form').setLabel('Form').setStyle(ButtonStyle.Secondary),
  new ButtonBuilder().setCustomId('grey').setLabel('Grey').setStyle(ButtonStyle.Secondary).setDisabled(true));
const menu = new ActionRowBuilder().addComponents(new StringSelectMenuBuilder().setCustomId('pick').addOptions({ label: 'One', value: '1' }, { label: 'Two', value: '2' }));
const ask = await interaction('command');
assert.ok(ask.isChatInputCommand() && ask.inGuild() && ask.inCachedGuild());
assert.equal(ask.options.getString('question'), 'why?');
assert.equal(ask.member.displayName, 'Addi');
assert.equal(ask.locale, 'en-GB');
assert.equal(ask.guildLocale, 'en-US');
assert.ok(ask.appPermissions.has(PermissionFlagsBits.SendMessages));
assert.ok(Date.now() - ask.createdTimestamp < 3000);
const response = await ask.reply({ embeds: [new EmbedBuilder().setTitle('Because').setDescription('of it')], components: [buttons, menu], withResponse: true });
assert.equal(response.resource.message.components.length, 2);
assert.equal(response.resource.message.interactionMetadata.id, ask.id);
ok('a slash command with an option, a nick and locales is answered with an embed, buttons and a menu');
await assert.rejects(client.rest.post(`/interactions/${ask.id}/${ask.token}/callback`, { auth: false, body: { type: 4, data: { content: 'again' } } }), error => error.code === 40060);
ok('a second callback is refused with 40060');
const followed = await ask.followUp({ content: 'More', flags: MessageFlags.Ephemeral });
assert.ok(followed.flags.has(MessageFlags.Ephemeral));
assert.equal((await ask.fetchReply()).embeds[0].title, 'Because');
assert.equal((await ask.editReply({ content: 'edited' })).content, 'edited');
ok('follow-up, GET and PATCH of @original (%40original)');

// Nested sub-command with a resolved person.
const add = await interaction('group', got => got.commandName === 'group');
assert.equal(add.options.getSubcommandGroup(), 'captain');
assert.equal(add.options.getSubcommand(), 'add');
assert.equal(add.options.getMember('person').displayName, 'Bea');
await add.deferReply({ flags: MessageFlags.Ephemeral });
assert.ok((await add.editReply('done')).flags.has(MessageFlags.Ephemeral));
ok('group, sub-command, resolved member; deferred privately and filled in');

// Autocomplete.
const typing = await interaction('autocomplete', got => got.isAutocomplete());
assert.deepEqual(typing.options.getFocused(true), { name: 'name', type: 3, value: 'hi', focused: true });
await typing.respond([{ name: 'History', value: 'history' }]);
ok('autocomplete is answered with choices');

// Button, menu, modal.
const click = await interaction('button', got => got.isButton());
assert.equal(click.customId, 'again');
assert.equal(click.message.content, 'edited');
await click.update({ content: 'clicked' });
ok('a button is answered by changing its message');
const pick = await interaction('select', got => got.isStringSelectMenu());
assert.deepEqual(pick.values, ['2']);
await pick.deferUpdate();
await pick.editReply({ content: 'picked' });
ok('a menu is answered silently and its message edited');
const form = await interaction('modal', got => got.isButton());
await form.showModal(new ModalBuilder().setCustomId('answer').setTitle('Answer').addComponents(new ActionRowBuilder().addComponents(
  new TextInputBuilder().setCustomId('text').setLabel('Your answer').setStyle(TextInputStyle.Short))));
const submitted = await next(Events.InteractionCreate, got => got.isModalSubmit());
assert.equal(submitted.fields.getTextInputValue('text'), 'forty-two');
assert.ok(submitted.isFromMessage());
await submitted.update({ content: 'answered' });
ok('a modal opened from a button comes back with its value and changes the message');

// Direct messages.
const direct = await interaction('direct', got => got.isChatInputCommand());
assert.ok(!direct.inGuild() && direct.user.username === 'ada' && direct.context === 1);
await direct.reply('in private');
ok('a command in direct messages comes with a user and without a member');
const sent = await direct.user.send('hello');
assert.equal(sent.content, 'hello');
ok('POST /users/@me/channels and a direct message');

// Messages, uploads, edits.
const file = new AttachmentBuilder(Buffer.from('picture'), { name: 'card.png', description: 'A card' });
const upload = await channel.send({ embeds: [new EmbedBuilder().setTitle('Card').setImage('attachment://card.png')], files: [file], allowedMentions: { parse: [] } });
assert.equal(upload.attachments.first().description, 'A card');
assert.equal(upload.attachments.first().size, 7);
assert.equal((await upload.edit({ content: 'with a text' })).attachments.size, 1);
assert.equal((await upload.edit({ attachments: [], embeds: [] })).attachments.size, 0);
assert.ok((await channel.messages.fetch({ limit: 10, cache: false })).has(upload.id));
ok('a file is uploaded with its description, kept by an edit and dropped by another; the channel lists the message');
const first = await channel.send({ content: 'once', nonce: 'n1', enforceNonce: true });
assert.equal((await channel.send({ content: 'once', nonce: 'n1', enforceNonce: true })).id, first.id);
ok('the same enforced nonce gives the same message');
await assert.rejects(channel.send({ embeds: [{ description: 'x'.repeat(4000) }, { description: 'x'.repeat(2001) }] }), error => error.code === 50035 && /6000/.test(error.message));
await assert.rejects(channel.send(''), error => error.code === 50006);
await assert.rejects(client.channels.fetch('1'), error => error.code === 10003);
ok('50035 for 6,001 characters of embeds, 50006 for nothing, 10003 for no channel');
const reply = await first.reply({ content: 'reply', failIfNotExists: true });
assert.equal(reply.reference.messageId, first.id);
await first.delete();
await assert.rejects(channel.messages.fetch({ message: first.id, force: true }), error => error.code === 10008);
ok('reply, delete, 10008');

// REST goes wrong: the test planned it before this line is answered.
const told = () => once(process.stdin, 'data');
step('rest 500');
await told();
assert.equal((await channel.send({ content: 'after two 500', nonce: 'n2', enforceNonce: true })).content, 'after two 500');
ok('two 500 are retried');
for (const scope of ['user', 'global', 'shared']) {
  step(`rest 429 ${scope}`);
  await told();
  const start = Date.now();
  await channel.send(`after 429 ${scope}`);
  assert.ok(Date.now() - start >= 500);
  ok(`429 ${scope}: waited ${Date.now() - start} ms, then sent`);
}
step('rest lost');
await told();
await assert.rejects(channel.send('lost'), error => error.name !== 'AssertionError' && !(error instanceof DiscordAPIError));
ok('the answer is cut off after the work was done');
step('rest forbidden');
await told();
await assert.rejects(channel.send('forbidden'), error => error.code === 50013 && error.status === 403);
ok('50013 without the right to send');
step('rest outage');
await told();
await assert.rejects(channel.send('outage'), error => error instanceof HTTPError && error.status === 503);
ok('503 four times is given up');
step('rest limit');
await told();
const times = await Promise.all(Array.from({ length: 8 }, async (_, i) => { await channel.send(`burst ${i}`); return Date.now(); }));
assert.ok(Math.max(...times) - Math.min(...times) > 1500);
ok('8 messages at once against 5 in 2 s: it holds back by the headers');

// The gateway goes wrong.
for (const fault of ['reconnect', 'cut', 'close 4000', 'invalid true']) {
  const resumed = next(Events.ShardResume);
  const replayed = interaction(`gateway ${fault}`, got => got.isChatInputCommand());
  await resumed;
  const missed = await replayed;
  await missed.reply(`after ${fault}`);
  ok(`${fault}: resumed, and the command that was sent meanwhile came by replay`);
}
for (const fault of ['invalid false', 'close 4009', 'resume refused']) {
  const again = next(Events.ShardReady);
  step(`gateway ${fault}`);
  await again;
  const later = await interaction(`after ${fault}`, got => got.isChatInputCommand());
  await later.reply(`after ${fault}`);
  ok(`${fault}: identified anew, and works`);
}
const large = once(client.ws, 'FAKE_LARGE_EVENT');
step('gateway large');
assert.equal((await large)[0].padding.length, 1024 * 1024);
ok('an event of 1 MB in 1,000-byte frames arrives whole');
const silent = next(Events.ShardResume);
step('gateway silent');
await silent;
ok('no acknowledgement of heartbeats: it closes and resumes');

clearTimeout(overall);
await client.destroy();
ok('closed cleanly');
process.exit(0);
