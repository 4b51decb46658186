Console.WriteLine("retrieval");
