const json = 'application/json; charset=utf-8'
const graphqlJson = 'application/graphql-response+json; charset=utf-8'

/** What a client wants most of the types that an answer can have; null where it takes neither. Equal wishes: the first. */
export function contentTypeFor(accept: string | undefined): string | null {
  if (accept === undefined || accept === '*/*' || accept === 'application/json') return json
  let best: { type: string; wish: number } | null = null
  for (const part of accept.toLowerCase().split(',')) {
    const [name, ...parameters] = part.split(';').map((text) => text.trim())
    const type = typeOf(name)
    const quality = parameters.find((parameter) => parameter.startsWith('q='))
    const wish = quality === undefined ? 1 : Number(quality.slice(2)) || 0
    if (type !== null && wish > (best?.wish ?? 0)) best = { type, wish }
  }
  return best?.type ?? null
}

function typeOf(name: string | undefined): string | null {
  switch (name) {
    case 'application/json':
    case 'application/*':
    case '*/*':
      return json
    case 'application/graphql-response+json':
      return graphqlJson
    default:
      return null
  }
}
