import ArgumentParser

@main
struct Shaketable: ParsableCommand {
}
