import { Field, Int, ObjectType } from 'type-graphql'

@ObjectType('OrganisationPath', {
  simpleResolvers: true,
  description:
    'A chain of organisations in which each is named together with the next by an article: `organisations[0]` and ' +
    '`organisations[1]` by `articles[0]`, and so on.',
})
export class OrganisationPath {
  /** Keys of the organisations, one more than of articles. */
  organisationKeys!: string[]
  articleKeys!: string[]

  @Field(() => Int, { description: 'How many articles it takes; 0 from an organisation to itself.' })
  steps!: number
}
