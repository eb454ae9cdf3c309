import { type FieldNode, type FragmentDefinitionNode, type GraphQLResolveInfo, Kind, type SelectionSetNode } from 'graphql'

/** Which fields of a connection a request asks for, so that nothing else is read. Conditional fields count as asked for. */
export interface ConnectionSelection {
  node: ReadonlySet<string>
  edge: ReadonlySet<string>
  hasCursor: boolean
  /** The same text for the same selection: keys batches by it. */
  key: string
}

type Fragments = Record<string, FragmentDefinitionNode>

const connections = new WeakMap<FieldNode, ConnectionSelection>()
const objects = new WeakMap<FieldNode, ReadonlySet<string>>()

/** The selection of a connection field. Remembered with the parsed document, which Apollo keeps between requests. */
export function connectionSelection(info: GraphQLResolveInfo): ConnectionSelection {
  return remembered(connections, info, () => {
    const all = childFields(info.fieldNodes, info.fragments)
    const edges = childFields(all.get('edges') ?? [], info.fragments)
    const pageInfo = childFields(all.get('pageInfo') ?? [], info.fragments)
    const node = new Set([
      ...childFields(all.get('nodes') ?? [], info.fragments).keys(),
      ...childFields(edges.get('node') ?? [], info.fragments).keys(),
    ])
    const hasCursor = edges.has('cursor') || pageInfo.has('startCursor') || pageInfo.has('endCursor')
    const edge = new Set(edges.keys())
    return { node, edge, hasCursor, key: JSON.stringify([[...node].sort(), [...edge].sort(), hasCursor]) }
  })
}

/** Names of the fields that are asked of an object, or of a list's items. */
export function selectedFields(info: GraphQLResolveInfo): ReadonlySet<string> {
  return remembered(objects, info, () => new Set(childFields(info.fieldNodes, info.fragments).keys()))
}

function remembered<Value>(memory: WeakMap<FieldNode, Value>, info: GraphQLResolveInfo, make: () => Value): Value {
  const [node] = info.fieldNodes
  // Fields that are merged from several places may be merged otherwise elsewhere in the same document.
  if (node === undefined || info.fieldNodes.length > 1) return make()
  const known = memory.get(node)
  if (known !== undefined) return known
  const value = make()
  memory.set(node, value)
  return value
}

function childFields(nodes: readonly FieldNode[], fragments: Fragments): Map<string, FieldNode[]> {
  const found = new Map<string, FieldNode[]>()
  for (const node of nodes) collect(node.selectionSet, fragments, found, new Set())
  return found
}

function collect(
  set: SelectionSetNode | undefined,
  fragments: Fragments,
  found: Map<string, FieldNode[]>,
  seen: Set<string>,
): void {
  for (const selection of set?.selections ?? []) {
    if (selection.kind === Kind.FIELD) {
      const name = selection.name.value
      found.set(name, [...(found.get(name) ?? []), selection])
    } else if (selection.kind === Kind.INLINE_FRAGMENT) {
      collect(selection.selectionSet, fragments, found, seen)
    } else if (!seen.has(selection.name.value)) {
      seen.add(selection.name.value)
      collect(fragments[selection.name.value]?.selectionSet, fragments, found, seen)
    }
  }
}
