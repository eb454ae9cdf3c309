import type { PublisherProfile } from './profile.ts'

/** Class names that many publishers give the line under a headline. */
const lead = '.story-lead, .standfirst, .article-lead, .article-standfirst, .entry-lead, .post-lead, .dek, p.lead, div.lead'

/** Any host that nothing more is known of. */
export function genericProfile(host: string): PublisherProfile {
  return { slug: host.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, ''), name: host, hostnames: [host], selectors: { lead } }
}

/** Documents that do not say where they were published. */
export const unknownPublisher: PublisherProfile = { slug: 'unknown', name: '未知来源', hostnames: [], selectors: { lead } }
