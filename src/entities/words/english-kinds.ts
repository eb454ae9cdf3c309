import type { OrganisationKind } from '../recognition.ts'

/** How names of bodies end, or what they hold, in English. First that fits. */
const englishPatterns: [RegExp, OrganisationKind][] = [
  [/ Co\.?,? Ltd\.?$/, 'COMPANY'],
  [/\b(Central Bank|Reserve Bank|Monetary Authority|Federal Reserve)\b/i, 'CENTRAL_BANK'],
  [/\b(LLP|Solicitors|Attorneys|Law Firm)$|\b& (Case|McKenzie|Overy|Crutcher|Ellis)\b/i, 'LAW_FIRM'],
  [/\b(Exchange|Bourse|Börse)$|\bStock Exchange\b/i, 'EXCHANGE'],
  [/\b(Bank|Banco|Banca|Bancorp|Banque|Sparkasse|Credit Union|Banking Corporation)\b/i, 'BANK'],
  [
    /\b(Universit(y|é|ät|à)|Universidad|College|School of|Business School|Institute of Technology|Polytechnic|Academy|École|Law School)\b/i,
    'UNIVERSITY',
  ],
  [
    /\b(Football Club|F\.?C\.?|United F\.?C|Olympic Committee|Football Association|Fifa|Uefa|Premier League|Athletic)\b/,
    'SPORTS',
  ],
  [
    /\b(Securities|Futures|Financial|Competition|Trade|Communications|Conduct|Regulatory|Markets?|Prudential|Drug) (and \w+ )?(Commission|Authority|Administration|Regulation)\b|\bRegulator\b|\bRegulatory\b/i,
    'REGULATOR',
  ],
  [
    /\b(Times|Post|Journal|Daily|Herald|Tribune|Gazette|Telegraph|Guardian|Observer|Chronicle|Zeitung|Newspaper|News|Broadcasting|Television|TV|Radio|Magazine|Weekly|Press|Review|Media|Network)$|^(Le|Die|Der|El|La|The) (Monde|Figaro|Zeit|Spiegel|Welt|País|Repubblica|Times|Economist|Guardian)\b|\bBroadcasting (Corporation|Company)\b|\bNews Agency\b/i,
    'MEDIA',
  ],
  [/\b(Party|Movement|Front|Democrats|Conservatives)$|\bParty of\b|^Alternative for\b/i, 'POLITICAL_PARTY'],
  [/\b(Army|Navy|Air Force|Armed Forces|Guard|Corps|Militia|Brigades?|Pentagon|Command)\b/i, 'MILITARY'],
  [/\b(Foundation|Trust|Charity|Amnesty|Greenpeace|Watch|Without Borders|Oxfam|Red Cross|Fund for|Charitable)\b/i, 'NGO'],
  [
    /\b(United Nations|World (Health|Trade|Bank)|International Monetary|European (Union|Commission|Council|Parliament)|Unesco|Unicef|International Labour|Organi[sz]ation for|Organi[sz]ation of|African Union|Interpol)\b/i,
    'INTERNATIONAL',
  ],
  [
    /\b(Ministry|Department|Office (for|of)|Bureau|Agency|Parliament|Congress|Senate|House of|Court|Council|Cabinet|Treasury|Government|Commission|Committee|Authority|Administration|Secretariat|Bundestag|Duma|Knesset|Assembly|Police|Directorate|Embassy|Consulate|Service|Caucus)\b/i,
    'GOVERNMENT',
  ],
  [
    /\b(Association|Federation|Union|Society|Chamber|Confederation|Alliance|League|Guild|Roundtable|Forum|Consortium|Coalition|Organi[sz]ation)\b/i,
    'ASSOCIATION',
  ],
  [
    /\b(Institut(e|ion|o)?|Research|Cent(er|re) for|Laborator(y|ies)|Labs?|Observatory|Think Tank|Academy of Sciences)\b/i,
    'RESEARCH',
  ],
  [
    /\b(Capital|Fund|Funds|Partners|Ventures|Investments?|Asset Management|Advisors|Advisers|Equity|Asset Managers|Investors|Wealth|Pension)\b/i,
    'FUND',
  ],
  [
    /\b(Group|Groupe|Inc|Corp|Corporation|Company|Co|Ltd|Limited|plc|LLC|AG|SA|SE|NV|GmbH|SpA|Holdings?|Industries|Technolog(y|ies)|Motors?|Airlines?|Airways|Pharmaceuticals?|Pharma|Biopharma|Biotech|Biosciences|Biologics|Therapeutics|Genomics|Diagnostics|Securities|Semiconductors|Breweries|Brewery|Winery|Vineyards?|Cellars|Distillers|Robotics|Automotive|Aviation|Shipping|Railways|Railroad|Beverages|Apparel|Supermarkets|Global Markets|Systems|Software|Electronics|Entertainment|Studios|Energy|Petroleum|Oil|Resources|Mining|Steel|Insurance|Telecom|Communications|Consulting|Services|Solutions|Brothers|Sons|Stores|Hotels?|Foods?|Brands|Properties|Realty|Logistics|Semiconductor|Chemicals?|Aerospace|Healthcare|Enterprises|International|Analysis|Analytics|Associates|Advisory|Labs|Books|Records|Pictures)\.?$|^(Château|Domaine|Bodegas?) /i,
    'COMPANY',
  ],
  [/\b(Museum|Gallery|Library|Theatre|Theater|Orchestra|Opera|Ballet|Hospital|Hospices?|Clinic)\b/i, 'OTHER'],
  [/\b(Church|Holy See|Vatican|Synod|Diocese)\b/i, 'RELIGIOUS'],
]

/** What an English name says of its bearer; null when it says nothing. */
export function kindOfEnglish(name: string): OrganisationKind | null {
  // One word alone (Network, Software, Capital) is a word, not a name of its kind.
  if (!/[\s.]/.test(name.trim())) return null
  for (const [pattern, kind] of englishPatterns) if (pattern.test(name)) return kind
  return null
}
