import { readdirSync, readFileSync } from 'node:fs'
import { preset } from '@graphql-codegen/client-preset'
import { codegen } from '@graphql-codegen/core'
import { buildSchema, parse } from 'graphql'

/*
 * What `graphql-codegen` makes of a front end's operations, by the configuration that docs/front-end.md recommends, without its
 * command line: file name → text.
 */

const folder = 'test/clients/operations'

export async function generateClient(): Promise<Record<string, string>> {
  const source = readFileSync('schema/schema.graphql', 'utf8')
  const documents = readdirSync(folder).map((file) => {
    const location = `${folder}/${file}`
    const rawSDL = readFileSync(location, 'utf8')
    return { location, rawSDL, document: parse(rawSDL) }
  })
  const sections = await preset.buildGeneratesSection({
    baseOutputDir: 'test/clients/generated/',
    schema: parse(source),
    schemaAst: buildSchema(source),
    documents,
    config: {
      useTypeImports: true,
      enumsAsTypes: true,
      scalars: { ID: 'string', DateTime: 'string', JSON: 'unknown' },
      emitLegacyCommonJSImports: false,
      importExtension: '.ts',
      // Sandbox shows them; here they would only make every new word of the schema a change.
      disableDescriptions: true,
    },
    presetConfig: { fragmentMasking: false },
    plugins: [],
    pluginMap: {},
    pluginContext: {},
  } as unknown as Parameters<typeof preset.buildGeneratesSection>[0])
  const texts = await Promise.all(sections.map(async (section) => [section.filename, await codegen(section)] as const))
  return Object.fromEntries(texts)
}
