FROM node:24-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
COPY prisma/no-engines prisma/no-engines
RUN npm ci --ignore-scripts
COPY . .
RUN npm run build && npm prune --omit=dev --ignore-scripts

FROM node:24-slim
ENV NODE_ENV=production
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/dist dist
COPY --from=build /app/prisma/migrations prisma/migrations
COPY --from=build /app/schema schema
COPY --from=build /app/seeds seeds
# Without DATABASE_URL the embedded PostgreSQL keeps its data here: mount a volume.
WORKDIR /data
RUN chown node:node /data
USER node
# Within a container, this machine alone would be nobody.
ENV HOST=0.0.0.0
EXPOSE 4000
ENTRYPOINT ["node", "/app/dist/cli.js"]
CMD ["serve"]
