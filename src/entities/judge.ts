import type { Candidate, Field } from './fields.ts'
import type { KnownName } from './gazetteer.ts'
import { wordBefore } from './words/boundaries.ts'
import { beforeBody, behindBody } from './words/contexts.ts'

/** Behind a name these make another word of it: 国会议员 is a person, 银行业 a trade, 大学生 a student. */
const makesAnotherWord: [ending: RegExp, behind: RegExp][] = [
  [/(国会|议会|参议院|众议院|议院)$/, /^(议员|山|图书馆|选举|大厦|席位)/],
  [/银行$/, /^(业|家|卡|账户|账号|存款|贷款|股|体系|系统|间|同业|界)/],
  [/大学$/, /^(生|城)/],
  [/党$/, /^(派)/],
]

/**
 * Decides what a known name means where it stands; null when it is part of another word. A weak name asks for support: words that
 * go with bodies around it, or the same body named otherwise in the document.
 */
export function judgeKnownName(
  at: Field,
  start: number,
  end: number,
  names: readonly KnownName[],
  rule: string,
  _language: string,
): Candidate | null {
  const { folded } = at
  const name = folded.slice(start, end)
  const behind = folded.slice(end, end + 16)
  for (const [ending, next] of makesAnotherWord) if (ending.test(name) && next.test(behind)) return null
  const strong = names.filter((one) => !one.isWeak)
  const bodies = [...new Set((strong.length > 0 ? strong : names).map((one) => one.body))]
  const base = {
    at,
    start,
    end,
    surface: at.text.slice(start, end),
    gloss: null,
    kind: 'ORGANISATION' as const,
    rule,
    person: null,
  }
  if (bodies.length > 1)
    return {
      ...base,
      confidence: 0.4,
      judgement: 'UNSURE',
      body: null,
      candidates: bodies.map((body) => body.key).sort(),
      needsSupport: true,
    }
  const body = bodies[0]!
  if (strong.length > 0) return { ...base, confidence: 0.9, judgement: 'POSITIVE', body, candidates: [], needsSupport: false }
  const before = folded.slice(Math.max(0, start - 12), start)
  const isSupported = behindBody.test(behind) || beforeBody.test(before) || wordBefore(folded, start, 'class') > 1
  return isSupported
    ? { ...base, confidence: 0.7, judgement: 'POSITIVE', body, candidates: [], needsSupport: false }
    : { ...base, confidence: 0.4, judgement: 'UNSURE', body: null, candidates: [body.key], needsSupport: true }
}
