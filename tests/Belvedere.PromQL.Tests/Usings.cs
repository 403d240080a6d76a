global using Belvedere.Testing;
