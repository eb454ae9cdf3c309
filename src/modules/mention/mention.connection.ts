import { connectionType, edgeType } from '../../graphql/connection.ts'
import { Mention } from './mention.type.ts'

export const MentionConnection = connectionType('Mention', Mention, edgeType('Mention', Mention))
