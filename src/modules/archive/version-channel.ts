/** Channel that says which version the archive has now, as soon as readers can see it. */
export const versionChannel = 'archive_version'
