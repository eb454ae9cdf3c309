/**
 * Begins a publisher: npm run new-publisher -- www.example.com ["Name"]. Writes a profile, a fixture to fill in and a line in the list; never over a file that is there.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const [address, name] = process.argv.slice(2)
const host = address
  ?.replace(/^[a-z]+:\/\//i, '')
  .replace(/^www\./i, '')
  .replace(/[/?#].*$/, '')
  .toLowerCase()
if (!host || !/^[a-z\d-]+(?:\.[a-z\d-]+)+$/.test(host)) {
  console.error('usage: npm run new-publisher -- HOST ["Name"]   e.g. npm run new-publisher -- www.example.com "Example Daily"')
  process.exit(1)
}
const root = process.env.INTERLINEAR_ROOT ?? join(import.meta.dirname, '..')
const slug = host.replace(/\.(?:com|org|net)$/, '').replace(/[^a-z\d]+/g, '-')
const variable = slug.replace(/-+([a-z\d])/g, (_, letter) => letter.toUpperCase()).replace(/^\d/, '_$&')
const paths = {
  profile: join(root, `src/archive/publishers/${slug}.ts`),
  fixture: join(root, `test/fixtures/archive/${slug}.md`),
  list: join(root, 'src/archive/publishers/index.ts'),
}
for (const path of [paths.profile, paths.fixture]) {
  if (existsSync(path)) {
    console.error(`${path} is there already: edit it instead.`)
    process.exit(1)
  }
}
const list = readFileSync(paths.list, 'utf8')
const known = /export const profiles: readonly PublisherProfile\[\] = \[([^\]]*)\]/.exec(list)
if (known === null) {
  console.error(`The list of profiles was not found in ${paths.list}: add the line by hand.`)
  process.exit(1)
}
if (list.includes(`'./${slug}.ts'`)) {
  console.error(`${host} is in the list already.`)
  process.exit(1)
}

writeFileSync(
  paths.profile,
  `import type { PublisherProfile } from './profile.ts'

/** ${name ?? host}. Say here what is peculiar about its pages, and keep only the fields that they need. */
export const ${variable} = {
  slug: '${slug}',
  name: '${(name ?? host).replace(/'/g, "\\'")}',
  hostnames: ['${host}'],
  selectors: {
    lead: '.lead',
    remove: ['.advertisement'],
  },
} satisfies PublisherProfile
`,
)
writeFileSync(
  paths.fixture,
  `<!--1577836800000-->
[题目](https://${host}/2020/01/example)
------

<p class="lead">导语。</p>
<div class="advertisement">广告</div>
<p>把出版者真实的标记写在这里，句子和人名都自己编。</p>
<p>译者：某某</p>
`,
)
const variables = [
  ...known[1]
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean),
  variable,
].sort()
const importLine = `import { ${variable} } from './${slug}.ts'`
writeFileSync(
  paths.list,
  list
    .replace(known[0], `export const profiles: readonly PublisherProfile[] = [${variables.join(', ')}]`)
    .replace(/(import type \{ PublisherProfile \})/, `${importLine}\n$1`),
)
console.log(`Written:
  ${paths.profile}
  ${paths.fixture}
  a line in ${paths.list}
Next: put the publisher's real markup around invented sentences into the fixture, run npm run fixtures:update -- ${slug}, and read what it says.
docs/adding-a-publisher.md goes through it once; npm run format orders the imports.`)
