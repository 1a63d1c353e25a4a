extension PlanReport {
  /// The graph for Graphviz, an arrow from each file to what it needs.
  public func dot() -> String {
    let nodes = migrations.map { migration in
      "  \(quoted(migration.file))" + (migration.isMoved ? " [style=dashed]" : "") + ";"
    }
    let edges = dependencies.map { edge in
      "  \(quoted(edge.file)) -> \(quoted(edge.dependsOn))"
        + " [label=\(quoted(edge.types.joined(separator: ", ")))"
        + (isInCycle(edge) ? ", color=red" : "") + "];"
    }
    let lines = ["digraph migrations {", "  rankdir=LR;", "  node [shape=box];"] + nodes + edges
    return lines.joined(separator: "\n") + "\n}\n"
  }

  /// The graph for Mermaid, an arrow from each file to what it needs.
  public func mermaid() -> String {
    let names = Dictionary(
      uniqueKeysWithValues: migrations.enumerated().map { ($0.element.file, "m\($0.offset)") })
    let nodes = migrations.map { migration in
      "  \(names[migration.file] ?? "")[\"\(escaped(migration.file))\"]"
    }
    let edges = dependencies.compactMap { edge -> String? in
      guard let file = names[edge.file], let other = names[edge.dependsOn] else { return nil }
      let arrow = isInCycle(edge) ? "==>" : "-->"
      return "  \(file) \(arrow)|\(escaped(edge.types.joined(separator: ", ")))| \(other)"
    }
    return (["graph LR"] + nodes + edges).joined(separator: "\n") + "\n"
  }

  private func isInCycle(_ edge: PlannedDependency) -> Bool {
    cycles.contains { cycle in
      cycle.indices.contains { index in
        cycle[index] == edge.file && cycle[(index + 1) % cycle.count] == edge.dependsOn
      }
    }
  }

  private func quoted(_ text: String) -> String {
    "\"\(text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\""
  }

  private func escaped(_ text: String) -> String { text.replacing("\"", with: "#quot;") }
}
