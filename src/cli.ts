import { Command, InvalidArgumentError } from 'commander';
import { closest } from './closest.ts';
import { COMMANDS, findCommand } from './commands/table.ts';
import { type Context, createContext, type GlobalOptions, type World } from './context.ts';
import { type ExitCode, failure, type KnownError, usage } from './errors.ts';
import { report } from './report.ts';
import { lineWidth, MAX_WIDTH, MIN_WIDTH } from './terminal/screen.ts';
import { wrap } from './terminal/text.ts';
import { guessed, listed, quoted } from './wording.ts';

declare const __VERSION__: string;

/** Runs the program once: words in, text out, the exit code returned. */
export async function main(process: NodeJS.Process): Promise<ExitCode> {
  const world = worldOf(process);
  const arrival = arrivalOf(process.stdout);
  const exitCode = await run(world);
  const refused = await arrival();
  return refused === null ? exitCode : report(refused, world, isJson(world));
}

/** The process as the program sees it. A stream is opened when it is first used, which takes long for one unused. */
function worldOf(process: NodeJS.Process): World {
  return {
    argv: process.argv.slice(2),
    env: process.env,
    get stdin() {
      return process.stdin;
    },
    stdout: process.stdout,
    get stderr() {
      const { stderr } = process;
      // Where even an error cannot be told, the exit code still tells it.
      if (stderr.listenerCount('error') === 0) stderr.on('error', () => undefined);
      return stderr;
    },
  };
}

export async function run(world: World): Promise<ExitCode> {
  try {
    const program = createProgram(world);
    const { operands } = program.parseOptions([...world.argv]);
    const context = createContext(world, program.opts<GlobalOptions>());
    addCommands(program, context, operands[0]);
    await defineAsked(program, operands, context);
    await program.parseAsync(world.argv, { from: 'user' });
    return context.exitCode;
  } catch (error) {
    return report(error, world, isJson(world));
  }
}

/** The program with the options that every command takes, and no commands yet. */
function createProgram(world: World): Command {
  return new Command('mistral-prep')
    .description('The prep coach in the terminal for the Mistral AI interview.')
    .usage('[command] [options]')
    .option('--json', 'answer as JSON')
    .option('--no-color', 'no colour (NO_COLOR and FORCE_COLOR are honoured too)')
    .option('--width <columns>', `columns to draw in, ${MIN_WIDTH} to ${MAX_WIDTH}`, parseWidth)
    .option('--bundle <folder>', 'another bundle than the built-in one (or MISTRAL_PREP_BUNDLE)')
    .version(__VERSION__, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'show help')
    .addHelpCommand(
      new Command('help').argument('[command]').description('the help of a command').helpGroup('Data:'),
    )
    .exitOverride()
    .configureOutput({
      writeOut: (text) => world.stdout.write(text),
      // What commander has to say against the words is said by `report`.
      writeErr: () => undefined,
    });
}

/** Columns that "Usage: " takes. */
const USAGE = 7;

/** Names the commands; each inherits how help looks on this screen. */
function addCommands(program: Command, { screen }: Context, word: string | undefined): void {
  const { theme } = screen;
  const columns = lineWidth(screen);
  program
    .configureHelp({
      showGlobalOptions: true,
      helpWidth: columns,
      minWidthToWrap: 12,
      boxWrap: (text, width) => wrap(text, width).join('\n'),
      styleTitle: (text) => theme.bold(text),
      styleUsage: (text) => wrap(theme.accent(text), columns, { indent: USAGE }).join('\n').trimStart(),
      styleSubcommandText: (text) => theme.accent(text),
    })
    .configureOutput({ getOutHasColors: () => theme.level > 0 });
  const asked = word === undefined ? undefined : findCommand(word);
  // One is enough to carry it out; help, completion and "did you mean" need them all.
  const needed = asked && asked.name !== 'completion' ? [asked] : COMMANDS;
  for (const { name, alias, group, summary } of needed) {
    const command = program.command(name).description(summary).helpGroup(`${group}:`);
    if (alias) command.alias(alias);
  }
}

/** Loads the one command that was asked for; the others stay names in the help. */
async function defineAsked(program: Command, operands: readonly string[], context: Context): Promise<void> {
  const word = operands[0] === 'help' ? operands[1] : operands[0];
  if (word === undefined) {
    const { define } = await import('./commands/brief.ts');
    define(program, context);
    return;
  }
  if (word === 'help') program.help();
  const entry = findCommand(word);
  if (entry === undefined) {
    const names = COMMANDS.flatMap(({ name, alias }) => (alias ? [name, alias] : [name]));
    const near = closest(word, [...names, 'help']);
    const hint = near ? guessed(near).trim() : 'See what there is: mistral-prep --help';
    throw usage('unknown-command', `There is no command ${quoted(word)}.`, hint);
  }
  const command = program.commands.find((c) => c.name() === entry.name);
  if (!command) return;
  (await entry.load()).define(command, context);
  if (command.commands.length > 0)
    command
      .usage('[command] [options]')
      .helpCommand(true)
      .argument('[what]')
      .action((what?: string) => refuseBelow(command, what));
}

/** For a command that is only a name for those below it. */
function refuseBelow(command: Command, what: string | undefined): never {
  const names = command
    .createHelp()
    .visibleCommands(command)
    .map((below) => below.name());
  const near = what === undefined ? null : closest(what, names);
  const message =
    what === undefined
      ? `"${command.name()}" needs a word after it.`
      : `"${command.name()}" has no ${quoted(what)}.`;
  throw usage('unknown-command', message, `${guessed(near)}There are: ${listed(names)}`);
}

function parseWidth(text: string): number {
  const width = Number(text);
  if (Number.isInteger(width) && width >= MIN_WIDTH && width <= MAX_WIDTH) return width;
  throw new InvalidArgumentError(`Give a whole number from ${MIN_WIDTH} to ${MAX_WIDTH}.`);
}

function isJson({ argv }: World): boolean {
  return argv.includes('--json');
}

/**
 * Waits until all that was written has gone, and says why if it has not. `| head` closes the pipe early: that is
 * no error, there is nobody left to tell.
 */
function arrivalOf(stream: NodeJS.WriteStream): () => Promise<KnownError | null> {
  let fault: NodeJS.ErrnoException | null = null;
  stream.on('error', (error) => {
    fault ??= error;
  });
  return async () => {
    // A stream calls back before it tells of its error.
    await new Promise<void>((resolve) => stream.write('', () => setImmediate(resolve)));
    if (fault === null || fault.code === 'EPIPE') return null;
    const hint = 'Send it where there is room, and run the command again.';
    return failure('output', `The answer could not be written (${fault.code}).`, hint);
  };
}
