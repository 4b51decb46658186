Console.WriteLine("tutorbot");
