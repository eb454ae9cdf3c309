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

/** JSON of what a reduced operation answered, as the whole one would have. */
export function writeData(data: unknown, shape: Shape | null): string {
  if (shape === null || data === null) return JSON.stringify(data)
  if (Array.isArray(data)) return `[${data.map((item) => writeData(item, shape)).join()}]`
  const written = new Map<string, string>()
  const values = data as Record<string, unknown>
  const members: string[] = []
  for (const { name, from, below } of shape) {
    if (values[from] === undefined) continue
    let text = written.get(from)
    if (text === undefined) {
      text = writeData(values[from], below)
      written.set(from, text)
    }
    members.push(`${JSON.stringify(name)}:${text}`)
  }
  return `{${members.join()}}`
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
