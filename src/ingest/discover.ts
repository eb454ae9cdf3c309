import { realpath, stat } from 'node:fs/promises'
import path from 'node:path'
import { glob, isDynamicPattern } from 'tinyglobby'
import type { DocumentProblem } from '../archive/parsed-article.ts'
import { isArchive, listArchive } from './archive-entries.ts'
import { isDocumentName, kindOfFile } from './document-names.ts'
import { labelRoots } from './label-roots.ts'
import { walkFolder } from './walk-folder.ts'

/** Where documents are: one of all files of a folder, and one of all entries of an archive. An import holds a source of every document. */
export interface Place {
  kind: 'FOLDER' | 'ARCHIVE' | 'STDIN'
  /** Real path; `''` for standard input. */
  path: string
}

export interface Source {
  /** Relative, never absolute: the name of the given folder and the path inside it, `ft/001.md`. Names the document for good. */
  file: string
  place: Place
  /** Of the file in its folder, of the entry in its archive. */
  name: string
  /** Asked for by its own name, not met in a folder: then nothing about its name keeps it from being read. */
  isNamed: boolean
}

export interface FileProblem {
  file: string
  problem: DocumentProblem
}

export interface Skipped {
  /** What kind of thing was left aside: `.png`, `README`, … */
  kind: string
  count: number
  /** The first few, by path. */
  examples: string[]
}

export interface Discovery {
  /** What was given, as `file`s are shown: folders, archives and single files. */
  roots: string[]
  /** Sorted by `file`, each file once: the order of what was given does not matter. */
  sources: Source[]
  problems: FileProblem[]
  skipped: Skipped[]
}

/** A path that was given does not exist: nothing is read then, since a typing mistake is likelier than a wish to go on. */
export class MissingPathError extends Error {
  override name = 'MissingPathError'
  readonly isExplained = true
}

interface Root {
  /** Real path of the folder that displayed paths begin with, or of the archive. */
  base: string
  /** What to look at: the base itself or something inside. */
  target: string
  isNamed: boolean
}

/** Finds every document under files, folders, globs and archives; `-` is standard input. Nothing but names is read yet. */
export async function discover(paths: readonly string[], cwd: string = process.cwd()): Promise<Discovery> {
  const collected = new Collection()
  const roots: Root[] = []
  for (const given of [...new Set(paths)].sort()) {
    if (given === '-') collected.add('STDIN', '', '', 'stdin', true)
    else roots.push(...(await findRoots(given, cwd)))
  }
  const labels = labelRoots(roots.map((root) => root.base))
  // Outer folders first: a file that two of them hold is shown by the outer one.
  for (const root of roots.sort((a, b) => compare(a.base, b.base) || compare(a.target, b.target))) {
    await collect(root, labels.get(root.base)!, collected)
  }
  return { ...collected.finish(), roots: roots.map((root) => display(root, labels.get(root.base)!, root.target)) }
}

async function findRoots(given: string, cwd: string): Promise<Root[]> {
  const full = path.resolve(cwd, given)
  const found = await realpath(full).catch(() => null)
  if (found !== null) {
    const isFolder = (await stat(found)).isDirectory()
    return [{ base: isFolder || isArchive(found) ? found : path.dirname(found), target: found, isNamed: true }]
  }
  if (!isDynamicPattern(given)) throw new MissingPathError(`There is no file or folder “${given}” (looked in ${cwd}).`)
  const segments = given.split('/')
  const fixed = segments.slice(
    0,
    segments.findIndex((segment) => isDynamicPattern(segment)),
  )
  const start = path.resolve(cwd, fixed.join('/') || (given.startsWith('/') ? '/' : '.'))
  const base = await realpath(start).catch(() => null)
  const matches =
    base === null
      ? []
      : await glob(segments.slice(fixed.length).join('/'), { cwd: base, onlyFiles: false, expandDirectories: false })
  if (base === null || matches.length === 0) throw new MissingPathError(`Nothing matches “${given}” (looked in ${cwd}).`)
  // `*.html` asks for such files by name; `*` and `**` ask for whatever is there.
  const isNamed = /\.[\w{},]+$/.test(given)
  return Promise.all(matches.map(async (match) => ({ base, target: await realpath(path.join(base, match)), isNamed })))
}

const display = ({ base }: Root, label: string, full: string): string =>
  [label, ...path.relative(base, full).split(path.sep)].filter((part) => part !== '').join('/')

async function collect(root: Root, label: string, collected: Collection): Promise<void> {
  const { target, isNamed } = root
  const shown = display(root, label, target)
  const information = await stat(target)
  if (information.isDirectory()) {
    for await (const met of walkFolder(target)) {
      const file = met.inside === '' ? shown : `${shown}/${met.inside}`
      if (met.problem !== null) collected.problems.push({ file, problem: met.problem })
      else if (!met.isFolder) await collectFile(met.folder, met.name, file, false, collected)
      else collected.skip(`${met.name.startsWith('.') ? 'hidden' : met.name} folder`, `${file}/`)
    }
  } else if (information.isFile()) {
    await collectFile(path.dirname(target), path.basename(target), shown, isNamed, collected)
  } else {
    const message = 'This is neither a file nor a folder: give its content as a file, or on standard input as “-”.'
    collected.problems.push({ file: shown, problem: { severity: 'ERROR', code: 'UNREADABLE_FILE', message, place: null } })
  }
}

async function collectFile(folder: string, name: string, file: string, isNamed: boolean, collected: Collection): Promise<void> {
  if (isArchive(name)) await collectArchive(path.join(folder, name), file, collected)
  else if (isNamed || isDocumentName(file)) collected.add('FOLDER', folder, name, file, isNamed)
  else collected.skip(kindOfFile(file), file)
}

async function collectArchive(archive: string, file: string, collected: Collection): Promise<void> {
  if (collected.has(archive)) return
  const problem = await listArchive(archive, (entry) => {
    const inside = `${file}/${entry}`
    if (isDocumentName(entry)) collected.add('ARCHIVE', archive, entry, inside, false)
    else collected.skip(kindOfFile(entry), inside)
  })
  if (problem !== null) collected.problems.push({ file, problem })
}

/** What was found so far: each real file once, whatever ways led to it. */
class Collection {
  readonly problems: FileProblem[] = []
  readonly #sources = new Map<string, Source>()
  readonly #skipped = new Map<string, Set<string>>()
  readonly #places = new Map<string, Place>()
  readonly #seen = new Set<string>()

  /** Whether this archive was met before. */
  has(archive: string): boolean {
    return this.#places.has(archive)
  }

  add(kind: Place['kind'], where: string, name: string, wanted: string, isNamed: boolean): void {
    const identity = `${where}\u0000${name}`
    if (this.#seen.has(identity)) return
    this.#seen.add(identity)
    const place = this.#places.get(where) ?? { kind, path: where }
    this.#places.set(where, place)
    let file = wanted
    for (let copy = 2; this.#sources.has(file); copy++) file = `${wanted} (${copy})`
    this.#sources.set(file, { file, place, name, isNamed })
  }

  skip(kind: string, file: string): void {
    const files = this.#skipped.get(kind) ?? new Set()
    this.#skipped.set(kind, files.add(file))
  }

  finish(): Omit<Discovery, 'roots'> {
    const byFile = <T extends { file: string }>(items: Iterable<T>) => [...items].sort((a, b) => compare(a.file, b.file))
    const skipped = [...this.#skipped].map(([kind, files]) => ({
      kind,
      count: files.size,
      examples: [...files].sort(compare).slice(0, 10),
    }))
    const problems = new Map(this.problems.map((problem) => [`${problem.file}\u0000${problem.problem.code}`, problem]))
    return {
      sources: byFile(this.#sources.values()),
      problems: byFile(problems.values()),
      skipped: skipped.sort((a, b) => compare(a.kind, b.kind)),
    }
  }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
