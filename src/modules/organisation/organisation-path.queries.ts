import { badInput } from '../../graphql/errors.ts'
import type { RequestContext } from '../paging/request-context.ts'
import { statement } from '../paging/statement.ts'
import { organisationKeySets } from './organisation.references.ts'
import type { OrganisationPath } from './organisation-path.type.ts'

const mostSteps = 6
/** A body that more articles name joins nothing: it may stand at an end of a chain only. */
const hub = 1000
/** Of an end that more articles name, so many of the newest are followed; a body in between has fewer. */
const articlesPerBody = 2000
/** Bodies that are followed from one end at a time: those that fewest articles name. */
const widest = 5000

/** Along the articles of the rarer body (a value, not a join, keeps the planner to it), newest first: of bodies that many articles name, one soon names both. */
const together = statement(
  'organisations-together',
  `SELECT named.article_id AS "article" FROM (
     SELECT o.id AS key, CASE o.id WHEN $1::bigint THEN $2::bigint ELSE $1::bigint END AS other FROM organisation AS o
     WHERE o.id IN ($1::bigint, $2::bigint) ORDER BY o.article_count LIMIT 1
   ) AS rarer CROSS JOIN LATERAL (
     SELECT named.article_id FROM article_organisation AS named WHERE named.organisation_id = rarer.key AND (
       SELECT true FROM article_organisation AS held WHERE held.article_id = named.article_id AND held.organisation_id = rarer.other)
     ORDER BY named.published_at DESC, named.article_id DESC LIMIT 1
   ) AS named`,
)

/** Of several articles that join two bodies the newest stands in the chain, of several bodies before one that with the least id. */
const neighbours = statement(
  'organisation-neighbours',
  `SELECT found.key AS "key", found.via AS "via", found.article AS "article" FROM (
     SELECT DISTINCT ON (o.id) o.id AS key, o.article_count, step.via, step.article_id AS article
     FROM unnest($1::bigint[]) AS edge(key)
     CROSS JOIN LATERAL (
       SELECT edge.key AS via, named.article_id, named.published_at FROM article_organisation AS named
       WHERE named.organisation_id = edge.key ORDER BY named.published_at DESC, named.article_id DESC LIMIT ${articlesPerBody}
     ) AS step
     JOIN article_organisation AS beside ON beside.article_id = step.article_id
     JOIN organisation AS o ON o.id = beside.organisation_id
     WHERE (o.article_count <= ${hub} OR o.id = $2::bigint) AND NOT (o.id = ANY($1::bigint[]))
     ORDER BY o.id, step.published_at DESC, step.article_id DESC, step.via
   ) AS found ORDER BY found.article_count, found.key LIMIT ${widest}`,
)

interface Step {
  /** The body before, nearer to the end that the search began at; null for that end itself. */
  via: string | null
  article: string | null
}

/** What is known from one end: each body that was reached, and how. */
interface Side {
  end: string
  reached: Map<string, Step>
  /** Bodies that were reached last, by as few articles as any can be. */
  frontier: string[]
}

/**
 * The shortest chain of articles between two organisations, each given by id, slug or name; null where there is none of at most
 * `maxSteps` articles, or where one of the two is unknown. Throws OUT_OF_RANGE.
 */
export async function findOrganisationPath(
  context: RequestContext,
  from: string,
  to: string,
  maxSteps: number,
): Promise<OrganisationPath | null> {
  if (maxSteps < 1 || maxSteps > mostSteps) {
    const advice = 'Ask for a path between two bodies in between.'
    throw badInput('OUT_OF_RANGE', 'maxSteps', `\`maxSteps\` must be between 1 and ${mostSteps}; it was ${maxSteps}. ${advice}`)
  }
  const [[start], [goal]] = (await organisationKeySets(context, [from, to])) as [string[], string[]]
  if (start === undefined || goal === undefined) return null
  if (start === goal) return { organisationKeys: [start], articleKeys: [], steps: 0 }
  const [joined] = await context.db.query<{ article: string }>(together, [start, goal])
  if (joined !== undefined) return { organisationKeys: [start, goal], articleKeys: [joined.article], steps: 1 }
  return meet(context, sideOf(start), sideOf(goal), maxSteps)
}

const sideOf = (end: string): Side => ({ end, reached: new Map([[end, { via: null, article: null }]]), frontier: [end] })

/** Widens the narrower side by one article at a time, until the two meet: no chain is shorter than the first that is found. */
async function meet(context: RequestContext, left: Side, right: Side, maxSteps: number): Promise<OrganisationPath | null> {
  for (let steps = 1; steps <= maxSteps; steps++) {
    const [side, other] = left.frontier.length <= right.frontier.length ? [left, right] : [right, left]
    const meeting = await widen(context, side, other)
    if (meeting !== null) return pathThrough(meeting, left, right)
    if (side.frontier.length === 0) return null
  }
  return null
}

/** Returns the body in which the sides meet; of several the first by how few articles name it. */
async function widen(context: RequestContext, side: Side, other: Side): Promise<string | null> {
  const rows = await context.db.query<{ key: string; via: string; article: string }>(neighbours, [side.frontier, other.end])
  const found = rows.filter(({ key }) => !side.reached.has(key))
  for (const { key, via, article } of found) side.reached.set(key, { via, article })
  side.frontier = found.map(({ key }) => key)
  return side.frontier.find((key) => other.reached.has(key)) ?? null
}

function pathThrough(meeting: string, left: Side, right: Side): OrganisationPath {
  const before = walkBack(meeting, left)
  const after = walkBack(meeting, right)
  const organisationKeys = [...before.organisations.reverse(), meeting, ...after.organisations]
  const articleKeys = [...before.articles.reverse(), ...after.articles]
  return { organisationKeys, articleKeys, steps: articleKeys.length }
}

/** From a body to the side's end: the bodies and articles on the way, the body itself left out. */
function walkBack(from: string, { reached }: Side): { organisations: string[]; articles: string[] } {
  const organisations: string[] = []
  const articles: string[] = []
  for (let step = reached.get(from)!; step.via !== null; step = reached.get(step.via)!) {
    organisations.push(step.via)
    articles.push(step.article!)
  }
  return { organisations, articles }
}
