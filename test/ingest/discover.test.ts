import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { createGzip, gzipSync } from 'node:zlib'
import { afterAll, describe, expect, test } from '@jest/globals'
import tar from 'tar-stream'
import { discover } from '../../src/ingest/discover.ts'
import { readSources } from '../../src/ingest/read-sources.ts'
import { removeFolder, writeFolder } from '../support/documents.ts'
import { zipOf } from '../support/zip.ts'

const folders: string[] = []
const makeFolder = (files: Record<string, string | Uint8Array>): string => {
  folders.push(writeFolder(files))
  return folders.at(-1)!
}
afterAll(() => folders.forEach(removeFolder))

const namesIn = async (paths: string[], cwd?: string) => (await discover(paths, cwd)).sources.map(({ file }) => file)

async function tarOf(files: Record<string, string>): Promise<Buffer> {
  const pack = tar.pack()
  for (const [name, content] of Object.entries(files)) pack.entry({ name }, content)
  pack.finalize()
  return buffer(pack)
}

async function contentsOf(paths: string[]): Promise<Record<string, string>> {
  const { sources } = await discover(paths)
  const contents: Record<string, string> = {}
  for await (const { source, bytes, problem } of readSources(sources)) contents[source.file] = bytes?.toString() ?? problem!.code
  return contents
}

describe('what a folder holds', () => {
  test('is found at any depth, in the order of names, shown from the folder’s own name on', async () => {
    const folder = makeFolder({ 'desk/b.md': '', 'desk/a.txt': '', 'desk/2020/c.markdown': '' })
    expect(await namesIn([path.join(folder, 'desk')])).toEqual(['desk/2020/c.markdown', 'desk/a.txt', 'desk/b.md'])
  })

  test('is left aside, counted and named, where it is no document', async () => {
    const folder = makeFolder({
      'a.md': '',
      '.DS_Store': '',
      'p/1.png': '',
      'p/2.PNG': '',
      'README.md': '',
      'data.json': '',
      '.git/x.md': '',
      LICENSE: '',
    })
    const { sources, skipped } = await discover([folder])
    const label = path.basename(folder)
    expect(sources.map(({ file }) => file)).toEqual([`${label}/a.md`])
    expect(skipped.map(({ kind, count, examples }) => [kind, count, examples[0]])).toEqual([
      ['.json', 1, `${label}/data.json`],
      ['.png', 2, `${label}/p/1.png`],
      ['LICENSE', 1, `${label}/LICENSE`],
      ['README.md', 1, `${label}/README.md`],
      ['hidden', 1, `${label}/.DS_Store`],
      ['hidden folder', 1, `${label}/.git/`],
    ])
  })

  test('is read although its name says nothing, when it is asked for by name', async () => {
    const folder = makeFolder({ README: '' })
    expect(await namesIn([path.join(folder, 'README')])).toEqual([`${path.basename(folder)}/README`])
  })

  test('is followed through links, but never in a circle', async () => {
    const folder = makeFolder({ 'desk/a.md': '', 'other/b.md': '' })
    symlinkSync(path.join(folder, 'other'), path.join(folder, 'desk/linked'))
    symlinkSync(path.join(folder, 'desk'), path.join(folder, 'desk/again'))
    symlinkSync(path.join(folder, 'nowhere'), path.join(folder, 'desk/broken.md'))
    const { sources, problems } = await discover([path.join(folder, 'desk')])
    expect(sources.map(({ file }) => file)).toEqual(['desk/a.md', 'desk/linked/b.md'])
    expect(problems.map(({ file, problem }) => [file, problem.code])).toEqual([['desk/broken.md', 'VANISHED_FILE']])
  })
})

describe('what is given', () => {
  test('twice is read once, whatever ways lead to it and in whatever order', async () => {
    const folder = makeFolder({ 'archive/ft/1.md': '', 'archive/2.md': '' })
    const paths = ['archive/ft/1.md', 'archive', 'archive/ft', 'archive/**/*.md', './archive/../archive'].map((one) =>
      path.join(folder, one),
    )
    const expected = ['archive/2.md', 'archive/ft/1.md']
    expect(await namesIn(paths)).toEqual(expected)
    expect(await namesIn(paths.reverse())).toEqual(expected)
  })

  test('by one name from two places is told apart by the folders above', async () => {
    const folder = makeFolder({ '2019/ft/1.md': '', '2020/ft/1.md': '' })
    const paths = [path.join(folder, '2020/ft'), path.join(folder, '2019/ft')]
    expect(await namesIn(paths)).toEqual(['2019/ft/1.md', '2020/ft/1.md'])
    expect(await namesIn(paths.reverse())).toEqual(['2019/ft/1.md', '2020/ft/1.md'])
  })

  test('as a single file is shown with its folder', async () => {
    const folder = makeFolder({ 'ft/1.md': '' })
    expect(await namesIn(['1.md'], path.join(folder, 'ft'))).toEqual(['ft/1.md'])
    expect(await namesIn(['.'], path.join(folder, 'ft'))).toEqual(['ft/1.md'])
  })

  test('as a glob is what matches', async () => {
    const folder = makeFolder({ 'a/x.md': '', 'a/y.html': '', 'b/x.md': '', 'b/deep/z.md': '' })
    expect(await namesIn(['*/*.{md,html}'], folder)).toEqual(
      ['a/x.md', 'a/y.html', 'b/x.md'].map((file) => `${path.basename(folder)}/${file}`),
    )
    expect(await namesIn(['b/**/*.md'], folder)).toEqual(['b/deep/z.md', 'b/x.md'])
  })

  test('and does not exist is an error that names it', async () => {
    const folder = makeFolder({ 'a.md': '' })
    await expect(discover(['a.md', 'b.md'], folder)).rejects.toThrow('“b.md”')
    await expect(discover(['*.txt'], folder)).rejects.toThrow('“*.txt”')
  })
})

describe('archives', () => {
  const files = { 'ft/1.md': 'one', 'ft/2.md': 'two', 'ft/picture.png': 'no', '__MACOSX/ft/._1.md': 'no' }

  test.each(['dump.zip', 'dump.tar.gz', 'dump.tgz', 'dump.tar'])('%s is read like a folder', async (name) => {
    const packed = name.endsWith('.zip') ? zipOf(files) : await tarOf(files)
    const folder = makeFolder({ [`in/${name}`]: /gz$/.test(name) ? gzipSync(packed) : packed, 'in/3.md': 'three' })
    expect(await contentsOf([path.join(folder, 'in')])).toEqual({
      'in/3.md': 'three',
      [`in/${name}/ft/1.md`]: 'one',
      [`in/${name}/ft/2.md`]: 'two',
    })
    expect(await contentsOf([path.join(folder, 'in', name)])).toEqual({ [`${name}/ft/1.md`]: 'one', [`${name}/ft/2.md`]: 'two' })
  })

  test('a damaged one is a problem; what stands before the damage is read', async () => {
    const whole = gzipSync(await tarOf({ '1.md': 'one', '2.md': 'x'.repeat(200_000) }), { level: 0 })
    const folder = makeFolder({ 'cut.tar.gz': whole.subarray(0, 100_000), 'bad.zip': 'PK no zip at all' })
    const { sources, problems } = await discover([folder])
    const label = path.basename(folder)
    expect(problems.map(({ file, problem }) => [file, problem.code])).toEqual([
      [`${label}/bad.zip`, 'DAMAGED_ARCHIVE'],
      [`${label}/cut.tar.gz`, 'DAMAGED_ARCHIVE'],
    ])
    expect(sources[0]?.file).toBe(`${label}/cut.tar.gz/1.md`)
    const read = []
    for await (const { problem } of readSources(sources)) read.push(problem?.message)
    expect(read).toEqual([undefined, expect.stringMatching(/ends too early\): fetch the archive again/)])
  })

  test('an entry that unpacks to more than any article is not taken into memory, and the next is read', async () => {
    const pack = tar.pack()
    pack.entry({ name: 'huge.md' }, Buffer.alloc(60 * 1024 * 1024))
    pack.entry({ name: 'small.md' }, 'small')
    pack.finalize()
    const folder = makeFolder({})
    writeFileSync(path.join(folder, 'x.tar.gz'), await buffer(pack.pipe(createGzip())))
    expect(Object.values(await contentsOf([folder]))).toEqual(['TOO_LARGE', 'small'])
  })
})

test('standard input is one document', async () => {
  const { sources } = await discover(['-'])
  const read = []
  for await (const { source, bytes } of readSources(sources, Readable.from([Buffer.from('one '), Buffer.from('text')])))
    read.push([source.file, bytes?.toString()])
  expect(read).toEqual([['stdin', 'one text']])
})

test('a file that is gone when its turn comes is a problem of its own', async () => {
  const folder = makeFolder({ 'a.md': 'a', 'b.md': 'b' })
  const { sources } = await discover([folder])
  removeFolder(path.join(folder, 'a.md'))
  mkdirSync(path.join(folder, 'empty'))
  const read = []
  for await (const { bytes, problem } of readSources(sources)) read.push(bytes?.toString() ?? problem!.code)
  expect(read).toEqual(['VANISHED_FILE', 'b'])
})
