import 'reflect-metadata'
import { ArgsType, type ClassType, Field, Int, ObjectType, Root } from 'type-graphql'
import { badInput } from './errors.ts'

export const defaultPageSize = 20
export const largestPageSize = 100

@ObjectType({ simpleResolvers: true, description: 'Where a page stands in its list.' })
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether more follows this page, in the order of the list.' })
  hasNextPage!: boolean

  @Field(() => Boolean, { description: 'Whether anything comes before this page. With `after`, what lies before it does.' })
  hasPreviousPage!: boolean

  @Field(() => String, { nullable: true, description: 'Cursor of the first edge; null on an empty page.' })
  startCursor!: string | null

  @Field(() => String, { nullable: true, description: 'Cursor of the last edge; null on an empty page.' })
  endCursor!: string | null
}

@ArgsType()
export class PagingArgs {
  @Field(() => Int, {
    nullable: true,
    description: `How many from the start, or after \`after\`: 0 to ${largestPageSize}; ${defaultPageSize} where neither \`first\` nor \`last\` is given.`,
  })
  first?: number | null

  @Field(() => String, { nullable: true, description: 'Only what follows this cursor.' })
  after?: string | null

  @Field(() => Int, { nullable: true, description: `How many from the end, or before \`before\`: 0 to ${largestPageSize}.` })
  last?: number | null

  @Field(() => String, { nullable: true, description: 'Only what comes before this cursor.' })
  before?: string | null
}

/** A checked request for one page. */
export interface Paging {
  size: number
  /** True for `last`: the page is the end of what lies between the cursors. */
  isBackward: boolean
  after: string | null
  before: string | null
}

/** Checks the four arguments of a connection; throws CONFLICTING_ARGUMENTS or INVALID_PAGE_SIZE. */
export function readPaging({ first, after, last, before }: PagingArgs): Paging {
  if (first != null && last != null) {
    throw badInput('CONFLICTING_ARGUMENTS', 'last', 'Give `first` or `last`, not both.')
  }
  const isBackward = last != null
  const size = last ?? first ?? defaultPageSize
  if (size < 0 || size > largestPageSize) {
    const argument = isBackward ? 'last' : 'first'
    throw badInput(
      'INVALID_PAGE_SIZE',
      argument,
      `\`${argument}\` must be between 0 and ${largestPageSize}; it was ${size}. Page on with cursors.`,
    )
  }
  return { size, isBackward, after: after ?? null, before: before ?? null }
}

export interface EdgeOf<Row> {
  readonly node: Row
  readonly cursor: string
}

/** One page of a list. What the fields of every connection are read from. */
export class Page<Row, Edge extends EdgeOf<Row> = EdgeOf<Row>> {
  readonly edges: readonly Edge[]
  private readonly more: { hasNextPage: boolean; hasPreviousPage: boolean }
  private readonly count: () => Promise<number>

  constructor(edges: readonly Edge[], more: { hasNextPage: boolean; hasPreviousPage: boolean }, count: () => Promise<number>) {
    this.edges = edges
    this.more = more
    this.count = count
  }

  get nodes(): Row[] {
    return this.edges.map((edge) => edge.node)
  }

  get pageInfo(): PageInfo {
    const { edges } = this
    return {
      ...this.more,
      get startCursor() {
        return edges[0]?.cursor ?? null
      },
      get endCursor() {
        return edges.at(-1)?.cursor ?? null
      },
    }
  }

  /** Counts the whole list with the page's filter, once it is asked for. */
  countAll(): Promise<number> {
    return this.count()
  }
}

/** An edge type that says nothing of its own. */
export function edgeType<Row extends object>(name: string, nodeType: ClassType<Row>) {
  @ObjectType(`${name}Edge`, { simpleResolvers: true, description: `One ${name} in a list, and its place there.` })
  class Edge {
    @Field(() => String, { description: 'Place in the list: pass it as `after` or `before`.' })
    readonly cursor!: string

    @Field(() => nodeType)
    readonly node!: Row
  }
  return Edge
}

/**
 * The connection type of a list. `edge` is the edge's type: `edgeType(…)`, or a class with `cursor`, `node` and fields that
 * belong to neither end alone.
 */
export function connectionType<Row extends object>(name: string, nodeType: ClassType<Row>, edge: ClassType<EdgeOf<Row>>) {
  @ObjectType(`${name}Connection`, {
    simpleResolvers: true,
    description: `A page of a list; see \`pageInfo\` for what lies around it.`,
  })
  class Connection {
    @Field(() => [edge], { description: 'What was found, each with its cursor and with what belongs to the joining.' })
    readonly edges!: EdgeOf<Row>[]

    @Field(() => [nodeType], { description: 'The same without the edges.' })
    readonly nodes!: Row[]

    @Field(() => PageInfo)
    readonly pageInfo!: PageInfo

    @Field(() => Int, { description: 'Length of the whole list under the same filter. Counted only when asked for.' })
    totalCount(@Root() page: Page<Row>): Promise<number> {
      return page.countAll()
    }
  }
  return Connection
}
