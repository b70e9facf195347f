/// The language that a signature block is written in.
package enum SignatureLanguage: String, Sendable, CaseIterable {
  /// Managed Object Format: classes, properties and methods of WMI.
  case mof
  /// C and C++.
  case c
  /// Interface definition language.
  case idl
  /// C#.
  case cSharp
  /// Visual Basic and VBScript.
  case visualBasic
  /// JScript.
  case jScript
  /// XML, XML Schema and HTML.
  case xml
  /// JavaScript.
  case javaScript
  /// TypeScript.
  case typeScript
  /// Python.
  case python
  /// Java.
  case java
  /// Kotlin.
  case kotlin
  /// Go.
  case go
  /// Rust.
  case rust
  /// Swift.
  case swift
  /// PHP.
  case php
  /// Ruby.
  case ruby
  /// The syntax of PowerShell's commands.
  case powerShell
  /// Usage lines of programs.
  case shell
  /// Requests to HTTP endpoints.
  case http
  /// Statements and functions of SQL.
  case sql
  /// Schemas of GraphQL.
  case graphQL
  /// Web IDL.
  case webIDL
  /// Protocol Buffers.
  case protobuf
  /// Properties and functions of CSS.
  case css
  /// Grammars and prose: only the tokens are known.
  case other

  /// The language that an info string names; `nil` if it says nothing about the content (`syntax`, none).
  ///
  /// Case and what follows the name do not count. A language that is not known is ``other``.
  package init?(infoString: String) {
    guard let language = CodeLanguages.shared.language(of: infoString) else {
      self = .other
      return
    }
    if language.id == CodeLanguages.shared.unnamed.id { return nil }
    self = language.reader ?? .other
  }

  /// Whether a declaration in the language names each of its parameters.
  ///
  /// Usage lines, requests and grammars may leave out or sum up what a page lists.
  package var namesAllParameters: Bool {
    switch self {
    case .shell, .http, .sql, .css, .graphQL, .protobuf, .xml, .other: false
    default: true
    }
  }

  /// The language belongs to those that are read like C.
  var isOfCFamily: Bool {
    switch self {
    case .mof, .c, .idl, .cSharp, .jScript: true
    default: false
    }
  }
}
