import { squash } from '../../text/whitespace.ts'

/** Names of people in one printed value, in order, each once: joined by 、 ， , ; & / 和 or 与; a space parts Chinese names only. */
export function splitNames(value: string): string[] {
  const parts = value
    .split(/[、，,;；/／|｜&＆+]|\s(?:and|和|与|與|及)\s|(?<=[\u3400-\u9fff])(?:和|与|與|及)(?=[\u3400-\u9fff]{2,3}$)/)
    .flatMap((part) => (/^[\s\u3400-\u9fff]+$/.test(part) ? part.split(/\s+/) : [part]))
    .map(squash)
    .filter((part) => part !== '')
  return [...new Set(parts)]
}
