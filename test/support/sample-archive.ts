import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'

/** A folder with one invented document in the archive's own format. */
export async function writeSampleArchive(folder: string, title = '样品公司今年扩产'): Promise<string> {
  await mkdir(folder, { recursive: true })
  const document = [
    '<!--1700000000000-->',
    `[${title}](https://daily.example/story/1)`,
    '------',
    '<p>样品机床公司(Sample Machine Tools)周二说，今年要扩产。</p>',
    '<p>谷歌(Google)是它的客户。</p>',
    '<p>译者/林小译</p>',
    '',
  ].join('\n')
  await writeFile(path.join(folder, '001.md'), document)
  return folder
}
