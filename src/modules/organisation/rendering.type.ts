import { Field, Int, ObjectType } from 'type-graphql'
import { DateTime } from '../../graphql/scalars.ts'
import type { Row } from '../paging/list.ts'

@ObjectType('Rendering', {
  simpleResolvers: true,
  description:
    'A form in which articles name an organisation: how often, when and by whom. Of one that more than 2,000 articles name, the newest 2,000 are looked at.',
})
export class Rendering {
  /** Rows that `translators` answers with: what is asked of them. */
  translators!: Row[]

  @Field(() => String)
  form!: string

  @Field(() => String, {
    description:
      'ISO 15924: `Latn` for one without Chinese characters; `Hans` or `Hant` where all articles that use it are in that script, else `Hani`.',
  })
  script!: string

  @Field(() => Int, { description: 'Articles that use it.' })
  count!: number

  @Field(() => DateTime, { nullable: true, description: 'Time of the first article that uses it; null where no time is known.' })
  firstUsed!: Date | null

  @Field(() => DateTime, { nullable: true, description: 'Time of the last article that uses it; null where no time is known.' })
  lastUsed!: Date | null
}
