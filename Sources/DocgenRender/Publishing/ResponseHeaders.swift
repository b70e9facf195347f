import DocgenSupport

/// What a server should say beside the files of a site, and where addresses of before lead; in the forms that servers
/// and hosts of static sites read.
struct ResponseHeaders {
  /// A header and its value.
  typealias Header = (name: String, value: String)

  /// The path of the site on its host, without a slash at its end.
  let basePath: String
  /// Addresses of before, from the base path on, and where they lead.
  let redirects: [(from: String, to: String)]
  /// For all files.
  private let all: [Header]

  init(basePath: String, redirects: [(from: String, to: String)], hasFullText: Bool) {
    self.basePath = basePath
    self.redirects = redirects
    all = [
      ("Content-Security-Policy", Self.policy(hasFullText: hasFullText)),
      ("X-Content-Type-Options", "nosniff"),
      ("Referrer-Policy", "strict-origin-when-cross-origin"),
    ]
  }

  /// What pages may do: nothing that the site does not bring along. The full-text search is WebAssembly.
  private static func policy(hasFullText: Bool) -> String {
    """
    default-src 'none'; script-src 'self'\(hasFullText ? " 'wasm-unsafe-eval'" : ""); style-src 'self'; \
    img-src 'self' data:; connect-src 'self'; font-src 'self'; manifest-src 'self'; base-uri 'none'; \
    form-action 'none'; frame-ancestors 'none'
    """
  }

  /// Files of the theme change with a build only, but keep their names.
  private static let assets: Header = ("Cache-Control", "public, max-age=3600, stale-while-revalidate=86400")

  /// The files, two of them at the root of the site, where hosts look for them.
  var files: [SiteFile] {
    var files = [SiteFile(path: "_headers", text: headersFile)]
    if !redirects.isEmpty { files.append(SiteFile(path: "_redirects", text: redirectsFile)) }
    files.append(SiteFile(path: "headers/nginx.conf", text: nginx))
    files.append(SiteFile(path: "headers/apache.conf", text: apache))
    files.append(SiteFile(path: "headers/firebase.json", bytes: firebase))
    files.append(SiteFile(path: "headers/staticwebapp.config.json", bytes: azure))
    files.append(SiteFile(path: "headers/vercel.json", bytes: vercel))
    return files
  }

  /// Cloudflare Pages and Netlify.
  private var headersFile: String {
    var text = basePath + "/*\n"
    for header in all { text += "  \(header.name): \(header.value)\n" }
    return text + basePath + "/assets/*\n  \(Self.assets.name): \(Self.assets.value)\n"
  }

  /// Cloudflare Pages, GitLab Pages and Netlify.
  private var redirectsFile: String {
    redirects.reduce(into: "") { $0 += "\($1.from) \($1.to) 301\n" }
  }

  private var nginx: String {
    var text = "# To be included in the server block.\n"
    for header in all { text += "add_header \(header.name) \"\(header.value)\" always;\n" }
    // A location with a header of its own does not take over those from outside.
    text += "location \(basePath)/assets/ {\n"
    for header in all + [Self.assets] { text += "  add_header \(header.name) \"\(header.value)\" always;\n" }
    text += "}\n"
    for redirect in redirects { text += "location = \(redirect.from) { return 301 \(redirect.to); }\n" }
    return text
  }

  private var apache: String {
    var text = "# To be included in the virtual host, or to be used as .htaccess; needs mod_headers.\n"
    for header in all { text += "Header always set \(header.name) \"\(header.value)\"\n" }
    text += "<If \"%{REQUEST_URI} =~ m#^\(basePath)/assets/#\">\n"
    text += "  Header set \(Self.assets.name) \"\(Self.assets.value)\"\n</If>\n"
    for redirect in redirects { text += "Redirect 301 \"\(redirect.from)\" \"\(redirect.to)\"\n" }
    return text
  }

  /// Firebase Hosting.
  private var firebase: [UInt8] {
    Self.json { json in
      json.key("hosting")
      json.object { json in
        writeHeaders(of: [("/**", all), ("/assets/**", [Self.assets])], to: &json)
        if redirects.isEmpty { return }
        json.key("redirects")
        json.array { json in
          for redirect in redirects {
            json.object { json in
              json.member("source", redirect.from)
              json.member("destination", redirect.to)
              json.member("type", 301)
            }
          }
        }
      }
    }
  }

  /// Azure Static Web Apps.
  private var azure: [UInt8] {
    Self.json { json in
      json.key("globalHeaders")
      json.object { json in
        for header in all { json.member(header.name, header.value) }
      }
      json.key("routes")
      json.array { json in
        json.object { json in
          json.member("route", basePath + "/assets/*")
          json.key("headers")
          json.object { $0.member(Self.assets.name, Self.assets.value) }
        }
        for redirect in redirects {
          json.object { json in
            json.member("route", redirect.from)
            json.member("redirect", redirect.to)
            json.member("statusCode", 301)
          }
        }
      }
    }
  }

  private var vercel: [UInt8] {
    Self.json { json in
      writeHeaders(of: [("/(.*)", all), ("/assets/(.*)", [Self.assets])], to: &json)
      if redirects.isEmpty { return }
      json.key("redirects")
      json.array { json in
        for redirect in redirects {
          json.object { json in
            json.member("source", redirect.from)
            json.member("destination", redirect.to)
            json.key("permanent")
            json.boolean(true)
          }
        }
      }
    }
  }

  /// Writes the headers of paths as a list of objects with `key` and `value`.
  private func writeHeaders(of paths: [(path: String, headers: [Header])], to json: inout JSONWriter) {
    json.key("headers")
    json.array { json in
      for (path, headers) in paths {
        json.object { json in
          json.member("source", basePath + path)
          json.key("headers")
          json.array { json in
            for header in headers {
              json.object { json in
                json.member("key", header.name)
                json.member("value", header.value)
              }
            }
          }
        }
      }
    }
  }

  private static func json(_ body: (inout JSONWriter) -> Void) -> [UInt8] {
    var json = JSONWriter(isIndented: true)
    json.object(body)
    return json.buffer.bytes
  }
}
