# An image with docgen, of the package that 'make dist' made:
#   make dist && docker build --tag docgen .
#   docker run --rm --volume "$PWD:/project" docgen lint
FROM debian:bookworm-slim

ARG TARGETARCH=amd64
COPY .build/dist/docgen_*_${TARGETARCH}.deb /tmp/
# git tells how old translations are. A project that is mounted belongs to another user, which git would refuse.
RUN apt-get update \
  && apt-get install --yes --no-install-recommends git "/tmp/docgen_"*"_${TARGETARCH}.deb" \
  && rm -rf /tmp/*.deb /var/lib/apt/lists/* \
  && git config --system --add safe.directory '*'

WORKDIR /project
ENTRYPOINT ["docgen"]
CMD ["--help"]
