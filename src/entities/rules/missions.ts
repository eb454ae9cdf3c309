import { countryBefore } from '../countries.ts'
import type { Field } from '../fields.ts'
import type { OrganisationKind } from '../recognition.ts'
import { placeBefore } from '../words/places.ts'
import { WordFinder } from '../words/word-lists.ts'

export const missions = new WordFinder('大使馆 总领事馆 领事馆 总领馆 领馆 使馆 代表团 办事处 代表处'.split(' '))

/** What a country keeps in another: 中国驻土耳其大使馆, 美国驻成都总领事馆, 台北驻香港办事处, 美国大使馆, 驻日大使馆 and 大阪总领事馆 of the country that the text is of. */
export function findMissions(
  { folded }: Pick<Field, 'folded'>,
  taken: (place: number) => boolean,
): { start: number; end: number; kind: OrganisationKind }[] {
  const found: { start: number; end: number; kind: OrganisationKind }[] = []
  for (let place = missions.find(folded, 0); place >= 0; place = missions.find(folded, missions.end)) {
    const { end } = missions
    const host = placeBefore(folded, place) || (hostLetter.test(folded.slice(Math.max(0, place - 2), place)) ? 1 : 0)
    const at = place - host - 1
    const isSent = at >= 2 && folded[at] === '驻' && (host > 0 || at === place - 1)
    // 大阪总领事馆, 休斯敦总领馆: called after the town that it is in.
    const isOfTown = !isSent && host > 0 && /[大领]/.test(folded.slice(place, end))
    const from = isSent ? at : isOfTown ? place - host : place
    const sender = countryBefore(folded, from)
    const isHouse = folded[end - 1] === '馆'
    // 驻日大使馆, and not the 驻日办事处 of a company, or its 英国办事处.
    if (sender === null && !(isHouse && (isSent || isOfTown) && host > 0)) continue
    if (folded[end - 1] === '处' && !(isSent && host > 0)) continue
    const start = sender?.start ?? from
    // 中方|代表团: whoever it sent this time.
    if (folded[from - 1] === '方' || folded[start - 1] === '驻' || taken(start) || taken(end - 1)) continue
    found.push({ start, end, kind: 'GOVERNMENT' })
  }
  return found
}

const hostLetter = /^驻[中华日美英法德俄韩印意澳加]$/
