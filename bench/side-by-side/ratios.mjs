/** This server beside each of the others, operation by operation: what docs/adr/0007 speaks of. */
export function compareRatios(rows) {
  return eachOperation(rows, 'interlinear', (ours, theirs) => ({
    requestsAgainstPostgraphile: ratio(ours, theirs.postgraphile, 'requestsPerSecond'),
    cpuAgainstPostgraphile: ratio(ours, theirs.postgraphile, 'cpuMsPerRequest'),
    requestsOfBareSql: ratio(ours, theirs['bare-sql'], 'requestsPerSecond'),
    requestsAgainstInclude: ratio(ours, theirs['prisma-include'], 'requestsPerSecond'),
    requestsAgainstFluent: ratio(ours, theirs['prisma-fluent'], 'requestsPerSecond'),
    requestsAgainstPrismaSql: ratio(ours, theirs['prisma-sql'], 'requestsPerSecond'),
  }))
}

/** Kept answers beside executed ones and a bare server. */
export function cachedRatios(rows) {
  return eachOperation(rows, 'kept', (kept, theirs) => ({
    requestsAgainstExecuted: ratio(kept, theirs.executed, 'requestsPerSecond'),
    requestsOfBareHttp: ratio(kept, theirs['bare-http'], 'requestsPerSecond'),
    bareHttpAgainstExecuted: ratio(theirs['bare-http'], theirs.executed, 'requestsPerSecond'),
    executedCpuAgainstKept: wholeCpu(theirs.executed) / wholeCpu(kept),
  }))
}

function eachOperation(rows, name, compare) {
  return [...new Set(rows.map((row) => row.operation))].map((operation) => {
    const servers = Object.fromEntries(rows.filter((row) => row.operation === operation).map((row) => [row.server, row]))
    return { operation, ...compare(servers[name], servers) }
  })
}

/** Of the server and of PostgreSQL. */
const wholeCpu = ({ cpuMsPerRequest, databaseCpuMsPerRequest }) => cpuMsPerRequest + (databaseCpuMsPerRequest ?? 0)

const ratio = (ours, theirs, key) => (theirs === undefined ? null : ours[key] / theirs[key])
