import { connectionType, edgeType } from '../../graphql/connection.ts'
import { Organisation } from './organisation.type.ts'

export const OrganisationConnection = connectionType('Organisation', Organisation, edgeType('Organisation', Organisation))
