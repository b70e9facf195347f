import DocgenSupport

/// A service that runs docgen for each change of a project.
enum CIService: String, CaseIterable, Sendable {
  case github
  case gitlab
  case none

  /// The service that a project shows by its files, or by where its git repository is published.
  static func find(root: String) -> CIService {
    if FileSystem.kind(of: Configuration.join(root, ".github")) == .folder { return .github }
    if FileSystem.isThere(Configuration.join(root, ".gitlab-ci.yml")) { return .gitlab }
    let file = Configuration.join(root, ".git/config")
    guard let bytes = try? FileSystem.read(file, upTo: 1 << 20) else { return .none }
    let text = String(decoding: bytes, as: UTF8.self)
    return text.contains("github.com") ? .github : text.contains("gitlab") ? .gitlab : .none
  }

  /// The file that the service reads, from the project's root; `nil` for no service.
  var file: String? {
    switch self {
    case .github: ".github/workflows/docgen.yml"
    case .gitlab: ".gitlab-ci.yml"
    case .none: nil
    }
  }

  /// What the file says: docgen checks the pages and builds the site.
  var text: String {
    switch self {
    case .github: Self.githubText
    case .gitlab: Self.gitlabText
    case .none: ""
    }
  }

  private static let githubText = """
    # Checks the pages and builds the site. The variable DOCGEN_URL of the repository holds the address of an archive of
    # docgen.
    name: Documentation
    on: [push, pull_request]
    permissions:
      contents: read
    jobs:
      docgen:
        runs-on: ubuntu-latest
        steps:
        - uses: actions/checkout@v4
          with:
            # The history tells how old a translation is.
            fetch-depth: 0
        - name: Install docgen
          env:
            DOCGEN_URL: ${{ vars.DOCGEN_URL }}
          run: |
            mkdir -p "$HOME/.local"
            curl --fail --silent --show-error --location "$DOCGEN_URL" | tar -xz --strip-components=1 -C "$HOME/.local"
            echo "$HOME/.local/bin" >> "$GITHUB_PATH"
        - run: docgen lint --format github
        - run: docgen build --output public

    """

  private static let gitlabText = """
    # Checks the pages and builds the site. The variable DOCGEN_URL of the project holds the address of an archive of docgen.
    documentation:
      image: debian:12
      variables:
        # The history tells how old a translation is.
        GIT_DEPTH: "0"
      before_script:
      - apt-get update && apt-get install --yes ca-certificates curl git
      - curl --fail --silent --show-error --location "$DOCGEN_URL" | tar -xz --strip-components=1 -C /usr/local
      script:
      - docgen lint --format gitlab --output findings.json
      - docgen build --output public
      artifacts:
        when: always
        paths: [public]
        reports:
          codequality: findings.json

    """
}
