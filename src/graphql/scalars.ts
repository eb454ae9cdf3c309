export { GraphQLDateTime as DateTime, GraphQLJSON as Json } from 'graphql-scalars'
