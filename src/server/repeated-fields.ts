import { type FieldNode, Kind, type OperationDefinitionNode, print, type SelectionSetNode } from 'graphql'

/** Fields of an object in the order of the answer; null where it is written as it is. */
export type Shape = readonly { name: string; from: string; below: Shape | null }[]

/**
 * An operation in which no field stands twice under one parent with the same arguments and the same selection, and the shape of
 * the answer that it was given with: what several aliases ask for is read, executed and made JSON of once.
 */
export function withoutRepeatedFields(operation: OperationDefinitionNode): {
  operation: OperationDefinitionNode
  shape: Shape | null
} {
  const { set, shape } = reduce(operation.selectionSet)
  return { operation: { ...operation, selectionSet: set }, shape }
}

/**
 * JSON of what a reduced operation answered, as the whole one would have, between two texts; in UTF-8. In parts, of which one may
 * stand in many places: large answers that are copied for each request make V8 collect all of its heap.
 */
export function writeData(before: string, data: unknown, shape: Shape | null, after: string): Buffer[] {
  if (shape === null || typeof data !== 'object' || data === null)
    return [Buffer.from(`${before}${JSON.stringify(data)}${after}`)]
  return isList(data) ? listParts(before, data, shape, after) : objectParts(before, data, shape, after)
}

const isList = (data: unknown): data is unknown[] => Array.isArray(data)

function listParts(before: string, items: readonly unknown[], shape: Shape, after: string): Buffer[] {
  const parts = items.flatMap((item, index) => writeData(index === 0 ? '' : ',', item, shape, ''))
  return [Buffer.from(`${before}[`), ...parts, Buffer.from(`]${after}`)]
}

function objectParts(before: string, object: object, shape: Shape, after: string): Buffer[] {
  const values = object as Record<string, unknown>
  const written = new Map<string, Buffer>()
  const parts: Buffer[] = []
  for (const { name, from, below } of shape) {
    const value = written.get(from) ?? Buffer.concat(writeData('', values[from], below, ''))
    written.set(from, value)
    parts.push(Buffer.from(`${parts.length === 0 ? `${before}{` : ','}${JSON.stringify(name)}:`), value)
  }
  parts.push(Buffer.from(parts.length === 0 ? `${before}{}${after}` : `}${after}`))
  return parts
}

/** Where fragments are spread, fields may come from elsewhere too: such selections are left as they are. */
function reduce(set: SelectionSetNode): { set: SelectionSetNode; shape: Shape | null } {
  const fields = set.selections.filter((selection) => selection.kind === Kind.FIELD)
  if (fields.length < set.selections.length || new Set(fields.map(nameOf)).size < fields.length) return { set, shape: null }
  const firsts = new Map<string, string>()
  const kept: FieldNode[] = []
  const shape: { name: string; from: string; below: Shape | null }[] = []
  for (const field of fields) {
    const name = nameOf(field)
    const { alias: _, ...rest } = field
    const text = print(rest)
    const from = firsts.get(text)
    if (from !== undefined) {
      shape.push({ name, from, below: null })
      continue
    }
    firsts.set(text, name)
    const below = field.selectionSet === undefined ? null : reduce(field.selectionSet)
    kept.push(below === null ? field : { ...field, selectionSet: below.set })
    shape.push({ name, from: name, below: below?.shape ?? null })
  }
  const isAsItIs = kept.length === fields.length && shape.every(({ below }) => below === null)
  return isAsItIs ? { set, shape: null } : { set: { ...set, selections: kept }, shape }
}

const nameOf = ({ alias, name }: FieldNode): string => (alias ?? name).value
