import { type FieldNode, type FragmentDefinitionNode, type GraphQLResolveInfo, Kind, print, type SelectionSetNode } from 'graphql'

/** One field of a selection. */
export interface SelectedField {
  name: string
  /** Name and arguments as they stand in the document: the same text, the same value of one row in one request. */
  text: string
  nodes: readonly FieldNode[]
}

/** What a request asks of an object, under whatever names. Conditional fields count as asked for. */
export interface ObjectSelection {
  names: ReadonlySet<string>
  fields: readonly SelectedField[]
}

/** What a request asks of a connection, so that nothing else is read. */
export interface ConnectionSelection {
  node: ObjectSelection
  edge: ReadonlySet<string>
  hasCursor: boolean
  /** Whether it matters what lies around the page. */
  hasMore: boolean
  /** The same text for the same columns: keys batches by it. */
  key: string
  /** The same text for the same columns and all that lies below them. */
  wholeKey: string
}

type Fragments = Record<string, FragmentDefinitionNode>
type Nodes = readonly FieldNode[]

/** The selection of a connection field. Remembered with the parsed document, which is kept between requests. */
export const connectionSelection = remembered((nodes, fragments): ConnectionSelection => {
  const all = byName(nodes, fragments)
  const edges = byName(all.get('edges'), fragments)
  const pageInfo = byName(all.get('pageInfo'), fragments)
  const node = selectionOf([...(all.get('nodes') ?? []), ...(edges.get('node') ?? [])], fragments)
  const edge = new Set(edges.keys())
  const hasCursor = edges.has('cursor') || pageInfo.has('startCursor') || pageInfo.has('endCursor')
  const hasMore = pageInfo.has('hasNextPage') || pageInfo.has('hasPreviousPage')
  const key = JSON.stringify([[...node.names].sort(), [...edge].sort(), hasCursor])
  return { node, edge, hasCursor, hasMore, key, wholeKey: printed(nodes) }
})

/** The selection of a field that answers with one object, or with a plain list of them. */
export const objectSelection = remembered(selectionOf)

/** Text of a selection: the same text, the same answer for one row in one request. */
export const selectionText = remembered(printed)

function printed(nodes: Nodes): string {
  return nodes.map(({ selectionSet }) => (selectionSet === undefined ? '' : print(selectionSet))).join()
}

/** Names of the fields that are asked of an object, or of a list's items. */
export const selectedFields = (info: GraphQLResolveInfo): ReadonlySet<string> =>
  objectSelection(info.fieldNodes, info.fragments).names

const texts = new WeakMap<FieldNode, string>()

/** A field's name and its arguments as they stand in the document. */
export function fieldText(node: FieldNode): string {
  let text = texts.get(node)
  if (text === undefined) {
    text = node.arguments?.length ? `${node.name.value}(${node.arguments.map(print).join()})` : node.name.value
    texts.set(node, text)
  }
  return text
}

function remembered<Value extends object | string>(make: (nodes: Nodes, fragments: Fragments) => Value) {
  // By its only node, which lasts as long as the document; else by the list of them, which a compiled operation keeps.
  const memory = new WeakMap<object, Value>()
  return (nodes: Nodes, fragments: Fragments): Value => {
    const name = nodes.length === 1 ? nodes[0]! : nodes
    let value = memory.get(name)
    if (value === undefined) {
      value = make(nodes, fragments)
      memory.set(name, value)
    }
    return value
  }
}

function selectionOf(nodes: Nodes, fragments: Fragments): ObjectSelection {
  const byText = grouped(nodes, fragments, fieldText)
  const fields = [...byText].map(([text, found]) => ({ name: found[0]!.name.value, text, nodes: found }))
  return { names: new Set(fields.map(({ name }) => name)), fields }
}

const byName = (nodes: Nodes = [], fragments: Fragments) => grouped(nodes, fragments, ({ name }) => name.value)

function grouped(nodes: Nodes, fragments: Fragments, by: (node: FieldNode) => string): Map<string, FieldNode[]> {
  const found = new Map<string, FieldNode[]>()
  for (const node of nodes) collect(node.selectionSet, fragments, by, found, new Set())
  return found
}

function collect(
  set: SelectionSetNode | undefined,
  fragments: Fragments,
  by: (node: FieldNode) => string,
  found: Map<string, FieldNode[]>,
  seen: Set<string>,
): void {
  for (const selection of set?.selections ?? []) {
    if (selection.kind === Kind.FIELD) {
      const group = by(selection)
      const others = found.get(group)
      if (others === undefined) found.set(group, [selection])
      else others.push(selection)
    } else if (selection.kind === Kind.INLINE_FRAGMENT) {
      collect(selection.selectionSet, fragments, by, found, seen)
    } else if (!seen.has(selection.name.value)) {
      seen.add(selection.name.value)
      collect(fragments[selection.name.value]?.selectionSet, fragments, by, found, seen)
    }
  }
}
