// What the `prisma` command asks of @prisma/engines. `prisma generate` runs no native engine, and migrations are written and
// applied by src/database, so there is nothing to look for and nothing to download.
exports.enginesVersion = '0edf323efd1d98336f3f0a68684b56f689b900d3'
exports.getEnginesPath = () => __dirname
exports.ensureNeededBinariesExist = async () => {}
