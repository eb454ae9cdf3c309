import { Field, Int, ObjectType, registerEnumType } from 'type-graphql'
import { Node } from '../../graphql/node.type.ts'

const same = <Name extends string>(...names: Name[]) =>
  Object.fromEntries(names.map((name) => [name, name])) as { [N in Name]: N }

export const OrganisationKind = same(
  'COMPANY',
  'BANK',
  'FUND',
  'LAW_FIRM',
  'EXCHANGE',
  'GOVERNMENT',
  'REGULATOR',
  'CENTRAL_BANK',
  'INTERNATIONAL',
  'MILITARY',
  'POLITICAL_PARTY',
  'UNIVERSITY',
  'RESEARCH',
  'MEDIA',
  'NGO',
  'ASSOCIATION',
  'SPORTS',
  'RELIGIOUS',
  'OTHER',
)
export type OrganisationKind = keyof typeof OrganisationKind
registerEnumType(OrganisationKind, { name: 'OrganisationKind', description: 'What an organisation is, above all.' })

export const AliasSource = same('GAZETTEER', 'GLOSS', 'CURATED')
export type AliasSource = keyof typeof AliasSource
registerEnumType(AliasSource, {
  name: 'AliasSource',
  description: 'Where a name of an organisation comes from.',
  valuesConfig: {
    GAZETTEER: { description: 'The list of bodies that comes with the archive.' },
    GLOSS: { description: 'An article that glosses it: 谷歌(Google).' },
    CURATED: { description: 'A person’s decision.' },
  },
})

@ObjectType('Alias', { simpleResolvers: true, description: 'A name that an organisation goes by.' })
export class Alias {
  @Field(() => String)
  text!: string

  @Field(() => String, { nullable: true, description: 'BCP 47; null where unknown.' })
  language!: string | null

  @Field(() => String, { nullable: true, description: 'ISO 15924: `Hans`, `Hant`, `Latn` …; null where unknown.' })
  script!: string | null

  @Field(() => AliasSource)
  source!: AliasSource

  @Field(() => Boolean, { description: 'True for a name too common to be recognised without other evidence.' })
  weak!: boolean
}

@ObjectType('Organisation', {
  implements: Node,
  simpleResolvers: true,
  description:
    'A named body that acts. Countries and cities that stand for governments, laws, events, products and indices are none. ' +
    'One that was merged into another answers as that other.',
})
export class Organisation implements Node {
  key!: string

  id!: string

  @Field(() => String, { description: 'Readable, unique and lasting; an older one keeps answering.' })
  slug!: string

  @Field(() => String, { description: 'The name to show where only one fits.' })
  name!: string

  @Field(() => String, { nullable: true, description: 'Chinese name; null where none is known.' })
  nameZh!: string | null

  @Field(() => String, { nullable: true, description: 'English name; null where none is known.' })
  nameEn!: string | null

  @Field(() => OrganisationKind)
  kind!: OrganisationKind

  @Field(() => String, { nullable: true, description: 'ISO 3166-1 alpha-2; null for international bodies and where unknown.' })
  country!: string | null

  @Field(() => String, { nullable: true, description: 'Item of Wikidata, `Q95`; null where unknown.' })
  wikidataId!: string | null

  @Field(() => Int, { description: 'Articles that name it.' })
  articleCount!: number
}
