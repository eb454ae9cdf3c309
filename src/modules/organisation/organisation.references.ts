import { keysOfReferences, nodesByKey } from '../paging/read-nodes.ts'
import type { RequestContext } from '../paging/request-context.ts'
import { findOrganisationKeyByName } from './organisation.queries.ts'
import { organisationTable } from './organisation.table.ts'

/** Keys that each reference stands for: of an id, a slug, or any name. Empty for one that is no organisation of the archive. */
export function organisationKeySets(context: RequestContext, references: readonly string[]): Promise<string[][]> {
  const keySet = async (reference: string): Promise<string[]> => {
    const [known] = await keysOfReferences(context, organisationTable, [reference])
    if (known != null) return [known]
    const key = await findOrganisationKeyByName(context, reference)
    // A merged body's name stands for the one that took its place.
    const organisation = key === null ? null : await nodesByKey<{ key: string }>(context, organisationTable).load(key)
    return organisation === null ? [] : [organisation.key]
  }
  return Promise.all(references.map((reference) => context.meaning(`organisations:${reference}`, () => keySet(reference))))
}
