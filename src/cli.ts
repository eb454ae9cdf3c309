#!/usr/bin/env node
import { Command, InvalidArgumentError, Option } from 'commander'
import { isDebugging, parsePort, readEnvironment } from './environment.ts'
import { readVersion } from './package-files.ts'

const defaultDataFolder = '.interlinear'
const defaultPort = 4000

const port = (value: string): number => {
  const parsed = parsePort(value)
  if (parsed === null) throw new InvalidArgumentError('A port is a number from 0 to 65535.')
  return parsed
}

const documents = 'files, folders, .zip and .tar.gz archives, or globs in quotes; - is standard input'

const dataOption = () =>
  new Option('--data <folder>', 'folder that the embedded database keeps its data in (not used with DATABASE_URL)').default(
    defaultDataFolder,
  )

// Each command is loaded when it is used: `--help` and `parse` need neither Apollo nor PostgreSQL.
async function createProgram(): Promise<Command> {
  const program = new Command('interlinear')
    .description(
      'Serves an archive of translated articles as GraphQL: who translated what, from which original, and which organisations it names.',
    )
    .version(await readVersion())
    .showHelpAfterError('(Add --help to see what can be written here.)')
    .addHelpText(
      'after',
      `
Start here:
  interlinear serve                    look at the demonstration archive
  interlinear serve ../my-archive      serve a folder of your own documents
  interlinear parse --explain FILE     see which names are found in a document, and why

Settings from the environment:
  DATABASE_URL   use this PostgreSQL server, e.g. postgresql://me:secret@localhost:5432/archive,
                 instead of the embedded one
  PORT, HOST     as --port and --host of \`serve\`
  REDIS_URL      Redis or Valkey, e.g. redis://localhost:6379, where several servers share answers
  CACHE_MB       megabytes of answers that a server keeps in memory (default: 32; 0 keeps none)`,
    )

  program
    .command('serve')
    .summary('import documents and serve them at http://localhost:4000/graphql')
    .description(
      'Starts the database, imports the documents that are named (only what is new or has changed), and serves the archive until it ' +
        'is stopped with Ctrl-C. Without a path it serves what was imported before; an empty database gets the demonstration archive.',
    )
    .argument('[path...]', documents)
    .option('-p, --port <number>', `port to listen on (default: PORT, or ${defaultPort})`, port)
    .option(
      '--host <name>',
      'address to listen on (default: HOST, or this machine only; 0.0.0.0 for every machine in the network)',
    )
    .addOption(dataOption())
    .action(async (paths: string[], options: { port?: number; host?: string; data: string }) => {
      const { serve } = await import('./commands/serve.ts')
      const environment = readEnvironment()
      await serve({
        paths,
        data: options.data,
        databaseUrl: environment.databaseUrl,
        port: options.port ?? environment.port ?? defaultPort,
        host: options.host ?? environment.host ?? 'localhost',
        redisUrl: environment.redisUrl,
        cacheMegabytes: environment.cacheMegabytes,
      })
    })

  program
    .command('import')
    .summary('import documents into the database')
    .description(
      'Imports files and folders of documents. Documents that have not changed are skipped. Ends with a report, and with exit code 1 ' +
        'if any document could not be kept.',
    )
    .argument('<path...>', documents)
    .addOption(dataOption())
    .option('--reparse', 'read again also documents that have not changed')
    .option('--dry-run', 'change nothing: only say what would be done')
    .option('--report <file>', 'write the report to this file, as JSON')
    .action(async (paths: string[], options: { data: string; reparse?: true; dryRun?: true; report?: string }) => {
      const { importDocuments } = await import('./commands/import.ts')
      await importDocuments(paths, options, readEnvironment())
    })

  program
    .command('parse')
    .summary('show what is read from documents, without a database')
    .description(
      'Reads documents and prints what was found in each, as JSON, without a database. With --explain it shows where organisations and ' +
        'people are named in the text, in colour on a terminal, by which rule each name was found, and why it was taken or left.',
    )
    .argument('<path...>', documents)
    .addOption(
      new Option('--format <format>', 'ndjson: one line a document; json: one array, indented')
        .choices(['ndjson', 'json'])
        .default('ndjson'),
    )
    .addOption(new Option('--explain', 'show the names marked in the text, and why each was taken or left').conflicts('format'))
    .action(async (paths: string[], options: { format: 'ndjson' | 'json'; explain?: true }) => {
      const { parse } = await import('./commands/parse.ts')
      await parse(paths, options)
    })

  program
    .command('migrate')
    .summary('bring the tables of the database up to date')
    .description('Brings the tables of the database up to date. `serve` and `import` do this by themselves.')
    .addOption(dataOption())
    .action(async (options: { data: string }) => {
      const { migrateDatabase } = await import('./commands/migrate.ts')
      await migrateDatabase(options, readEnvironment())
    })

  program
    .command('schema')
    .summary('print the GraphQL schema')
    .description('Prints the GraphQL schema in the schema definition language.')
    .option('--federation', 'as a subgraph of Apollo Federation 2, to be composed into a larger graph')
    .action(async (options: { federation?: true }) => {
      const { printSchema } = await import('./commands/schema.ts')
      await printSchema(options)
    })

  return program
}

/** One line that says what is wrong; a stack only for errors that nobody foresaw, and only when asked for. */
function explain(error: unknown): string {
  const { isExplained, message, stack } = error as Partial<Error> & { isExplained?: boolean }
  if (isExplained === true) return `${message}`
  if (isDebugging()) return stack ?? String(error)
  return `Something unexpected went wrong: ${(message ?? String(error)).split('\n', 1)[0]} (set INTERLINEAR_DEBUG=1 to see where)`
}

// A reader that has seen enough (`interlinear parse … | head`) closes the pipe: that is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})

const program = await createProgram()
try {
  if (process.argv.length === 2) program.help()
  await program.parseAsync()
} catch (error) {
  process.stderr.write(`interlinear: ${explain(error)}\n`)
  process.exitCode = 1
}
