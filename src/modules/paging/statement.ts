import { createHash } from 'node:crypto'
import { Keys, type Statement } from '../../database/database.ts'

/** Values of a statement that is being written, in the order of its `$n`. */
export class Parameters {
  readonly values: unknown[] = []

  /** Adds a value and returns the SQL that stands for it. The cast makes the text say what the value is. */
  add(value: unknown, type: string): string {
    this.values.push(value)
    return `$${this.values.length}::${type}`
  }
}

/**
 * SQL of the keys that are asked for, a table `name` of `key` and its place in the list, `nth`; they are the first value of their statement.
 * By the bounds of the places PostgreSQL expects one key, looks each up by an index, and plans once: of a list it expects ten, finds that
 * fewer are cheaper, and plans each time anew.
 */
export function keysSql(keys: readonly string[], type: 'bigint' | 'text', name: string, parameters: Parameters): string {
  const list = parameters.add(new Keys(keys), `${type}[]`)
  return `(SELECT key, nth::integer AS nth FROM unnest(${list}) WITH ORDINALITY AS listed(key, nth) WHERE nth BETWEEN 1 AND 1000000) AS ${name}`
}

/** SQL of a condition; adds its values as it is written, so it must be written once, in order. */
export type Condition = (parameters: Parameters) => string

/**
 * Texts that get a name, and with it a prepared statement on every connection. Filters can be combined without end; those
 * past this number run unprepared rather than fill the server's memory.
 */
const preparedTexts = 1000
const known = new Map<string, Statement>()

/** A statement whose name is made of a readable prefix and of its text: the same on every server. */
export function statement(prefix: string, text: string): Statement {
  const found = known.get(text)
  if (found !== undefined) return found
  if (known.size >= preparedTexts) return { name: '', text }
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 8)
  const made = { name: `${prefix.slice(0, 54)}-${hash}`, text }
  known.set(text, made)
  return made
}
